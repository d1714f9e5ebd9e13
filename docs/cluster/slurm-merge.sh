#!/bin/bash
# Merges the shards of slurm-array.sh. Refuses, and names what is missing, if a task failed: run that task again.
#
#SBATCH --job-name=anodyne-merge
#SBATCH --cpus-per-task=1
#SBATCH --mem=512M
#SBATCH --time=00:10:00
set -euo pipefail

: "${ANODYNE:=$PWD}"
: "${SHARDS:=$PWD/shards}"
: "${OUT:=$PWD/summary.parquet}"

exec node "$ANODYNE/apps/cli/bin/anodyne.mjs" merge "$OUT" "$SHARDS"/*.sketch

#!/bin/bash
# A study in shards on Slurm. Every task simulates its own patients and needs no other; a second job merges them.
#
#   sbatch docs/cluster/slurm-array.sh            # 64 shards
#   sbatch --dependency=afterok:JOBID docs/cluster/slurm-merge.sh
#
#SBATCH --job-name=anodyne
#SBATCH --array=1-64
#SBATCH --cpus-per-task=2
# Measured: 245 MB with two workers, 672 times and two outputs, however many patients.
#SBATCH --mem=512M
#SBATCH --time=01:00:00
#SBATCH --output=anodyne-%A-%a.log
# SIGTERM comes a minute before the end of the time: nothing is left half written.
#SBATCH --signal=B:TERM@60
set -euo pipefail

# The project's folder (with node_modules), and where shards are to stand: a file system that all nodes see.
: "${ANODYNE:=$PWD}"
: "${SHARDS:=$PWD/shards}"
: "${PATIENTS:=1000000}"
: "${REGIMEN:=--dose 25 --route oral --every 8 --days 28}"
: "${SEED:=1}"

mkdir -p "$SHARDS"
# From --array, so that one number is enough; for an array that is run again in part, set COUNT.
shards="${COUNT:-$SLURM_ARRAY_TASK_COUNT}"
out="$SHARDS/$(printf '%05d' "$SLURM_ARRAY_TASK_ID").sketch"
if [ -e "$out" ]; then
  echo "$out is there already"
  exit 0
fi

# REGIMEN is meant to be split into words.
# shellcheck disable=SC2086
exec node "$ANODYNE/apps/cli/bin/anodyne.mjs" simulate $REGIMEN \
  --n "$PATIENTS" --seed "$SEED" --shard "$SLURM_ARRAY_TASK_ID/$shards" \
  --workers "${SLURM_CPUS_PER_TASK:-1}" --out "$out"

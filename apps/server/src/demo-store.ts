/** The demo store: eight synthetic patients whose dates move with the calendar, and the plans signed for them. */
import { demoPatients, loadRecord, saveRecord, type Store } from '@anodyne/record'

/** Writes today's demo records where they are not there yet. Plans are resources of their own and stay. */
export async function seedDemo(store: Store, today: string): Promise<void> {
  for (const { id, bundle } of demoPatients(today)) {
    const kept = await loadRecord(store, id)
    if (!kept || JSON.stringify(kept.bundle) !== JSON.stringify(bundle)) await saveRecord(store, bundle)
  }
}

/** CONTRACT: names of the interactions whose effect on oral ketamine was measured in people (evidence pack §6a). */
export type InteractionName =
  'clarithromycin' | 'grapefruit' | 'ticlopidine' | 'itraconazole' | 'st-johns-wort' | 'rifampicin'

/** A model's routes in plain words; one that is not known keeps the name that the model gives it. */
const words: Readonly<Record<string, string>> = {
  oral: 'swallowed',
  'oral-capsule': 'capsule, swallowed',
  'oral-prolonged-release': 'prolonged-release tablet',
  sublingual: 'under the tongue',
  buccal: 'in the cheek',
  'held-and-spat-least': 'held, then spat out',
  iv: 'into a vein',
  intranasal: 'into the nose',
  'intranasal-next': 'into the nose, next spray',
}

export const routeInWords = (route: string): string => words[route] ?? route

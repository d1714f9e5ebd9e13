/** Plots as SVG from plain data, without a browser. Each function gives the whole text of a file; the same data, the same bytes. */
export { bands } from './bands.ts'
export { vpc } from './vpc.ts'
export { forest } from './forest.ts'
export { tornado } from './tornado.ts'
export type {
  BandsPanel,
  BandsPlot,
  Basis,
  Caption,
  ForestPlot,
  ForestRow,
  Interval,
  ObservedPoints,
  Quantiles,
  TornadoPlot,
  TornadoRow,
  VpcBin,
  VpcPlot,
} from './data.ts'

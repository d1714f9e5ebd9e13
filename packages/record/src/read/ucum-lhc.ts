/** The part of @lhncbc/ucum-lhc that is used here; the package ships no types. */
export interface UcumLhcUtils {
  convertUnitTo(
    from: string,
    value: number,
    to: string,
    options: { readonly suggest: boolean; readonly molecularWeight: number | null },
  ): {
    readonly status: string
    readonly toVal: number | null
    readonly msg: readonly string[]
  }
  validateUnitString(unit: string, suggest: boolean): { readonly status: string }
}

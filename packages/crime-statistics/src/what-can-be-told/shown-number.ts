/** A number as it may be printed. */
export interface ShownNumber {
  /** the number; null where it is hidden */
  value: number | null
  /** what to print */
  print: string
  /** why it is hidden; null where it is shown */
  hidden: 'small count' | 'zero' | 'small base' | 'small rest' | 'small population' | null
}

/** What stands for a percentage or rate that is not shown. */
export const NOT_SHOWN = '..'

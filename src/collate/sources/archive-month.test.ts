import { describe, expect, it } from 'vitest'
import { latestMonthOf } from './archive-month.ts'

describe('latestMonthOf', () => {
  it('is the newest of the folders that an archive names by month', () =>
    expect(latestMonthOf(['2024-12/2024-12-kent-street.csv', '2025-02/2025-02-kent-street.csv', '2025-01/x.csv'])).toBe(
      '2025-02',
    ))

  it('is the same with the separators of Windows', () =>
    expect(latestMonthOf(['C:\\police\\2025-02\\2025-02-kent-street.csv'])).toBe('2025-02'))

  it('is unknown for files that lie side by side, since nothing says that they came together', () => {
    expect(latestMonthOf(['2025-02-kent-street.csv', 'folder/2025-03-kent-street.csv'])).toBeUndefined()
    expect(latestMonthOf(['2025-13/2025-13-kent-street.csv'])).toBeUndefined()
  })
})

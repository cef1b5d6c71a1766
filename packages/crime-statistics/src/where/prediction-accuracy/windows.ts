import { requireObject, requireText, shown } from '../../check-inputs.ts'

/** A period from a day or month up to but not including another, as `2021-04` or `2021-04-01`. */
export interface DateWindow {
  from: string
  /** the first day or month after the period */
  to: string
}

/** What a prediction was made from and what it was tried on. */
export interface PredictionWindows {
  training: DateWindow
  test: DateWindow
}

/** Refuses windows that share a day, or a test before the training: a prediction tried on what it was made from is always right. */
export function requireSeparateWindows(windows: PredictionWindows): void {
  requireObject(windows, 'windows', "{ training: { from: '2021-04', to: '2022-04' }, test: … }")
  const { training, test } = windows
  const [trainingFrom, trainingTo] = daysOf(training, 'training')
  const [testFrom, testTo] = daysOf(test, 'test')
  const given = `training is ${training.from} to ${training.to} and test is ${test.from} to ${test.to}`
  if (trainingFrom < testTo && testFrom < trainingTo)
    throw new RangeError(`${given}, so that they overlap: give a test window that begins where training ends or later.`)
  if (testFrom < trainingTo)
    throw new RangeError(`${given}, so that the test comes first: give a test window after the training window.`)
}

function daysOf(window: DateWindow, name: string): [from: string, to: string] {
  requireObject(window, name, "{ from: '2021-04', to: '2022-04' }")
  const { from, to } = window
  const days: [string, string] = [dayOf(from, `${name}.from`), dayOf(to, `${name}.to`)]
  if (days[0] < days[1]) return days
  throw new RangeError(`${name} is ${from} to ${to}: give a \`to\` after \`from\`; it is the first month not counted.`)
}

/** The day as YYYY-MM-DD, which sorts as text does. */
function dayOf(value: string, name: string): string {
  requireText(value, name)
  const [, year, month, day = '01'] = /^(\d{4})-(\d\d)(?:-(\d\d))?$/.exec(value) ?? []
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`)
  if (year && !Number.isNaN(date.valueOf()) && date.toISOString().startsWith(`${year}-${month}-${day}`))
    return `${year}-${month}-${day}`
  throw new RangeError(`${name} is ${shown(value)}: give a month such as 2021-04 or a day such as 2021-04-01.`)
}

import { Refusal } from '../../../vocabulary/refusal.ts'
import { Forbidden } from './forbidden.ts'

/** What a person is told when a page cannot be shown, in the GOV.UK manner: what happened, then what to do. */
export interface ErrorWords {
  status: number
  title: string
  paragraphs: string[]
}

const WORDS: Record<number, Omit<ErrorWords, 'status'>> = {
  400: {
    title: 'There is a problem with what was asked for',
    paragraphs: ['Check the address or the form, then try again.'],
  },
  403: {
    title: 'You do not have access to this page',
    paragraphs: ['If you need it for your work, ask the person who runs Tapestry for your partnership.'],
  },
  404: {
    title: 'Page not found',
    paragraphs: [
      'If you typed the address, check it is correct.',
      'If you pasted the address, check you copied all of it.',
    ],
  },
  413: { title: 'What you sent is too large', paragraphs: ['Send a smaller file or less text, then try again.'] },
  429: { title: 'Too many requests', paragraphs: ['Wait a minute, then try again. Nothing you sent was saved.'] },
  500: {
    title: 'Sorry, there is a problem with Tapestry',
    paragraphs: ['Try again later. What was saved before is safe.'],
  },
  503: {
    title: 'Sorry, Tapestry is unavailable',
    paragraphs: ['It is starting, stopping or busy. Try again in a minute.'],
  },
}

/**
 * The words for a thrown error. A {@link Refusal} and a {@link Forbidden} speak for themselves; any other error keeps
 * its message to the log, whatever its status.
 */
export function errorWords(error: unknown): ErrorWords {
  if (error instanceof Refusal) return { status: 400, title: WORDS[400]!.title, paragraphs: [error.message] }
  const status = statusOf(error)
  const words = WORDS[status] ?? (status < 500 ? WORDS[400]! : WORDS[500]!)
  if (error instanceof Forbidden) return { status, title: words.title, paragraphs: [error.message] }
  return { status, ...words }
}

function statusOf(error: unknown): number {
  const status = typeof error === 'object' && error !== null && 'statusCode' in error ? Number(error.statusCode) : 500
  return status >= 400 && status < 600 ? status : 500
}

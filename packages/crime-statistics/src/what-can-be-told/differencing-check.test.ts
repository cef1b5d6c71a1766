import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seededRandom } from '../random/seeded-random.ts'
import { differencingCheck } from './differencing-check.ts'
import type { Atom, Release, ReleasedCell } from './releases.ts'

const shown = (id: string, atoms: string[]): ReleasedCell => ({ id, atoms, shown: true })
const hidden = (id: string, atoms: string[], most: number | null = null): ReleasedCell => ({
  id,
  atoms,
  shown: false,
  ...(most !== null && { least: 1, most }),
})
const release = (name: string, ...cells: ReleasedCell[]): Release => ({ name, cells })
const atoms = (counts: Record<string, number>): Atom[] => Object.entries(counts).map(([id, value]) => ({ id, value }))

describe('differencingCheck', () => {
  const count = fc.nat(12)
  const anyCells = fc.array(fc.tuple(fc.subarray(['a', 'b', 'c', 'd', 'e'], { minLength: 1 }), fc.boolean()), {
    minLength: 1,
    maxLength: 4,
  })
  const asRelease = (name: string, cells: [string[], boolean][]) =>
    release(name, ...cells.map(([parts, isShown], i) => ({ id: `cell ${i}`, atoms: parts, shown: isShown })))
  const anyCounts = fc.tuple(count, count, count, count, count).map(([a, b, c, d, e]) => atoms({ a, b, c, d, e }))

  it('blocks subtracting two nested areas: town within district leaves a ring of 3', () => {
    const found = differencingCheck({
      atoms: atoms({ core: 21, ring: 3 }),
      earlier: [release('Spring', shown('District', ['core', 'ring']))],
      next: release('Summer', shown('Town', ['core'])),
    })
    expect(found).toEqual({
      blocked: true,
      proved: true,
      found: [
        {
          atoms: ['ring'],
          value: 3,
          within: ['Spring: District'],
          without: ['Summer: Town'],
          least: 3,
          most: 3,
          recovered: true,
          alreadyTold: false,
        },
      ],
    })
  })

  it('lets it pass where the ring is 5 or more, or none', () => {
    for (const ring of [5, 0])
      expect(
        differencingCheck({
          atoms: atoms({ core: 21, ring }),
          earlier: [release('Spring', shown('District', ['core', 'ring']))],
          next: release('Summer', shown('Town', ['core'])),
        }),
      ).toEqual({ blocked: false, found: [], proved: true })
  })

  it('lets it pass where the small ring is open elsewhere', () => {
    expect(
      differencingCheck({
        atoms: [
          { id: 'core', value: 21 },
          { id: 'ring', value: 3, open: true },
        ],
        earlier: [release('Spring', shown('District', ['core', 'ring']))],
        next: release('Summer', shown('Town', ['core'])),
      }).blocked,
    ).toBe(false)
  })

  it('what is open elsewhere can also give the rest away', () => {
    // A total of theft and burglary; thefts are in the open data
    const open = (isOpen: boolean) =>
      differencingCheck({
        atoms: [
          { id: 'theft', value: 40, open: isOpen },
          { id: 'burglary', value: 2 },
        ],
        earlier: [],
        next: release('Report', shown('Acquisitive crime', ['theft', 'burglary'])),
      })
    expect(open(false).blocked).toBe(false)
    expect(open(true).found).toMatchObject([{ atoms: ['burglary'], least: 2, most: 2, recovered: true }])
  })

  it('blocks overlapping year-endings that differ by a month of 2 and another known one', () => {
    const months = Array.from({ length: 13 }, (_, month) => `month ${month}`)
    const counts = Object.fromEntries(months.map((month, i) => [month, i === 12 ? 9 : i === 0 ? 2 : 7]))
    const input = {
      atoms: atoms(counts),
      earlier: [release('Year to March', shown('Ward', months.slice(0, 12)))],
      next: release('Year to April', shown('Ward', months.slice(1)), shown('April', ['month 12'])),
    }
    // year to March 79, to April 86, April 9: the month that fell out is 79 − (86 − 9) = 2
    expect(differencingCheck(input).found).toMatchObject([
      { atoms: ['month 0'], least: 2, most: 2, alreadyTold: false },
    ])
    const withoutApril = { ...input, next: release('Year to April', shown('Ward', months.slice(1))) }
    expect(differencingCheck(withoutApril)).toEqual({ blocked: false, found: [], proved: true }) // only that April is 7 more than it
  })

  it('finds a count hidden now that was shown before, and says that it was told already', () => {
    const found = differencingCheck({
      atoms: atoms({ 'A May': 3, 'B May': 30 }),
      earlier: [release('First version', shown('A', ['A May']))],
      next: release('Second version', hidden('A', ['A May']), shown('B', ['B May'])),
    })
    expect(found).toMatchObject({ blocked: false, found: [{ atoms: ['A May'], recovered: true, alreadyTold: true }] })
  })

  it('blocks a total revised by 1: the record that was added', () => {
    const found = differencingCheck({
      atoms: atoms({ 'A May': 24, 'A May, added by July': 1 }),
      earlier: [release('June', shown('A', ['A May']))],
      next: release('July', shown('A', ['A May', 'A May, added by July'])),
    })
    expect(found.found).toMatchObject([{ atoms: ['A May, added by July'], least: 1, most: 1, without: ['June: A'] }])
  })

  it('finds what it takes three releases to tell', () => {
    // a + b, b + c and a + c together tell each: a = (ab + ac − bc)/2
    const parts = atoms({ a: 3, b: 20, c: 30 })
    const two = [release('1', shown('ab', ['a', 'b'])), release('2', shown('bc', ['b', 'c']))]
    expect(differencingCheck({ atoms: parts, earlier: two.slice(0, 1), next: two[1]! }).blocked).toBe(false)
    const three = differencingCheck({ atoms: parts, earlier: two, next: release('3', shown('ac', ['a', 'c'])) })
    expect(three.found).toMatchObject([{ atoms: ['a'], least: 3, most: 3 }])
  })

  it('takes a mark for what it says: <5 alone is not told, <5 narrowed is', () => {
    const ward = release('Table', hidden('A', ['a'], 4), shown('All', ['a', 'b', 'c']), hidden('B', ['b']))
    const input = { atoms: atoms({ a: 2, b: 30, c: 40 }), earlier: [], next: ward }
    expect(differencingCheck(input)).toEqual({ blocked: false, found: [], proved: true })
    const narrowed = release('Map', shown('B or C', ['b', 'c']))
    expect(differencingCheck({ ...input, earlier: [narrowed] }).found).toMatchObject([
      { atoms: ['a'], least: 2, most: 2 },
    ])
  })

  it('a hidden count of several parts is found where its sum is told', () => {
    const found = differencingCheck({
      atoms: atoms({ a: 1, b: 2, rest: 50 }),
      earlier: [release('1', hidden('Estate', ['a', 'b']), shown('Street a and rest', ['a', 'rest']))],
      next: release('2', shown('All', ['a', 'b', 'rest'])),
    })
    expect(found.blocked).toBe(true)
    expect(found.found).toMatchObject([{ atoms: ['b'], recovered: true }])
  })

  it('blocks what tells a count more closely than it was told before', () => {
    // 2 and 2 of a printed 4: each 0 to 4, narrower than ±2 allows; then one of them is printed
    const input = {
      atoms: atoms({ a: 2, b: 2 }),
      earlier: [release('1', shown('a and b', ['a', 'b']))],
      next: release('2', shown('A', ['a'])),
    }
    expect(differencingCheck(input)).toMatchObject({
      blocked: true,
      found: [
        { atoms: ['a'], least: 2, most: 2, alreadyTold: false },
        { atoms: ['b'], least: 2, most: 2, alreadyTold: false },
      ],
    })
    const again = { ...input, next: release('2', shown('a and b', ['b', 'a'])) }
    expect(differencingCheck(again)).toMatchObject({
      blocked: false,
      found: [{ least: 4, most: 4, alreadyTold: true }],
    })
  })

  it('blocks two marks of one count that tell together what neither does: 1 to 9, and 5 or more', () => {
    const next = release('By threshold 5', { ...hidden('A', ['a']), least: 5 })
    const input = { atoms: atoms({ a: 7, b: 20 }), earlier: [release('By threshold 10', hidden('A', ['a'], 9))], next }
    expect(differencingCheck(input, { threshold: 10 })).toMatchObject({
      blocked: true,
      found: [{ atoms: ['a'], least: 5, most: 9, recovered: false, alreadyTold: false }],
    })
    expect(differencingCheck({ ...input, earlier: [] }, { threshold: 10 }).blocked).toBe(false)
  })

  it('blocks a ring of 8 under a threshold of 10, cut in two by a hidden cell', () => {
    // each half may be 0 to 8, wider than ±2, but 38 − 30 = 8 is itself a count of 1 to 9
    const options = { threshold: 10, protection: 2 }
    const input = {
      atoms: atoms({ core: 30, estate: 4, farms: 4 }),
      earlier: [release('Spring', shown('District', ['core', 'estate', 'farms']), hidden('Estate', ['estate']))],
      next: release('Summer', shown('Town', ['core'])),
    }
    expect(differencingCheck(input, options)).toMatchObject({
      blocked: true,
      found: [
        { atoms: ['estate', 'farms'], value: 8, without: ['Summer: Town'], least: 8, most: 8, alreadyTold: false },
      ],
    })
    // the default grows with the threshold: ±4 finds each half as well
    expect(differencingCheck(input, { threshold: 10 }).found.map(({ atoms }) => atoms)).toEqual([
      ['estate'],
      ['farms'],
      ['estate', 'farms'],
    ])
    // two towns together
    const towns = {
      ...input,
      atoms: atoms({ north: 15, south: 15, estate: 4, farms: 4 }),
      earlier: [
        release('Spring', shown('District', ['north', 'south', 'estate', 'farms']), hidden('Estate', ['estate'])),
      ],
      next: release('Summer', shown('North', ['north']), shown('South', ['south'])),
    }
    expect(differencingCheck(towns, options).found).toMatchObject([{ value: 8, recovered: true }])
    // out already, it is not told anew; farms open elsewhere, only the estate is left and judged as itself
    const again = { ...input, earlier: [...input.earlier, input.next] }
    expect(differencingCheck(again, options)).toMatchObject({
      blocked: false,
      found: [{ alreadyTold: true }],
    })
    const open = { ...input, atoms: input.atoms.map((atom) => ({ ...atom, open: atom.id === 'farms' })) }
    expect(differencingCheck(open, options).found).toMatchObject([{ atoms: ['estate'], least: 4, most: 4 }])
  })

  it('a sum that is told exactly is no small count where protection is half the threshold', () => {
    fc.assert(
      fc.property(anyCounts, anyCells, anyCells, fc.integer({ min: 2, max: 10 }), (parts, first, second, threshold) => {
        const input = { atoms: parts, earlier: [asRelease('1', first)], next: asRelease('2', second) }
        const { found } = differencingCheck(input, { threshold, protection: Math.ceil(threshold / 2) })
        const value = (of: readonly string[]) =>
          parts.reduce((sum, atom) => sum + (of.includes(atom.id) ? atom.value : 0), 0)
        // what a printed count less printed ones within it tells, from all of them together
        const cells = [...first, ...second].flatMap(([of, isShown]) => (isShown ? [of] : []))
        for (const whole of cells)
          for (let set = 0; set < 2 ** cells.length; set++) {
            const taken = cells.filter((_, i) => set & (1 << i)).flat()
            if (new Set(taken).size < taken.length || !taken.every((atom) => whole.includes(atom))) continue
            const left = whole.filter((atom) => !taken.includes(atom))
            const told = value(left)
            if (told < 1 || told >= threshold) continue
            const listed = found.flatMap(({ atoms: of }) => of)
            expect(left.some((atom) => listed.includes(atom) && value([atom]) > 0)).toBe(true)
          }
      }),
      { numRuns: 60, seed: 81 },
    )
  })

  it('takes hidden counts for 1 or more, as zeros are printed, unless told otherwise', () => {
    // 3 and 3 of a printed 6: 1 to 5 each, known to within ±2; with zeros hidden too 0 to 6
    const input = (least?: number) => {
      const half = (id: string) => ({ ...hidden(id, [id]), ...(least !== undefined && { least }) })
      const next = release('R', shown('All', ['a', 'b']), half('a'), half('b'))
      return { atoms: atoms({ a: 3, b: 3 }), earlier: [], next }
    }
    expect(differencingCheck(input()).found).toMatchObject([
      { atoms: ['a'], least: 1, most: 5 },
      { atoms: ['b'], least: 1, most: 5 },
    ])
    expect(differencingCheck(input(0))).toEqual({ blocked: false, found: [], proved: true })
  })

  it('a mark that leaves one value tells it', () => {
    const next = release('R', hidden('A', ['a'], 1))
    expect(differencingCheck({ atoms: atoms({ a: 1 }), earlier: [], next })).toMatchObject({
      blocked: true,
      found: [{ least: 1, most: 1, recovered: true }],
    })
  })

  it('blocks what it could not prove: twenty sums of thirty counts across one another', () => {
    const random = seededRandom(33)
    const counts = Array.from({ length: 30 }, (_, i) => ({
      id: `${i}`,
      value: i === 0 ? 4 : 5 + Math.floor(10 * random()),
    }))
    const sums = Array.from({ length: 20 }, (_, k) =>
      shown(
        `sum ${k}`,
        counts.flatMap(({ id }) => (random() < 0.4 ? [id] : [])),
      ),
    )
    const found = differencingCheck({ atoms: counts, earlier: [], next: release('R', ...sums) })
    expect(found).toEqual({ blocked: true, found: [], proved: false })
  })

  it('refuses a mark that the true count contradicts, or that is no count', () => {
    const of = (cell: Partial<ReleasedCell>) => ({
      atoms: atoms({ a: 3 }),
      earlier: [],
      next: release('R', { ...hidden('A', ['a']), ...cell }),
    })
    expect(() => differencingCheck(of({ least: 5 }))).toThrow(
      '"A" of R counts 3 and its mark says 5 to any number: give what the printed mark tells.',
    )
    expect(() => differencingCheck(of({ least: 1, most: 2 }))).toThrow('its mark says 1 to 2')
    expect(() => differencingCheck(of({ least: Number.NaN }))).toThrow('least of "A" of R is NaN')
  })

  it('does not blame what an authorised exception has shown', () => {
    const poll = release('Poll', { ...shown('Town centre safety', ['t']), exempt: true }, shown('Answers', ['t', 'o']))
    expect(differencingCheck({ atoms: atoms({ t: 2, o: 134 }), earlier: [], next: poll })).toEqual({
      blocked: false,
      found: [],
      proved: true,
    })
  })

  it('finds the same whichever release came first, and ranges that hold the truth', () => {
    fc.assert(
      fc.property(anyCounts, anyCells, anyCells, (parts, first, second) => {
        const [one, two] = [asRelease('1', first), asRelease('2', second)]
        const found = (earlier: Release, next: Release) =>
          differencingCheck({ atoms: parts, earlier: [earlier], next }).found
        const ranges = (all: ReturnType<typeof found>) =>
          all.map(({ atoms: of, least, most }) => `${of} ${least} ${most}`).sort()
        expect(ranges(found(two, one))).toEqual(ranges(found(one, two)))
        for (const { value, least, most } of found(one, two))
          expect(value >= least && value <= (most ?? Infinity)).toBe(true)
      }),
      { numRuns: 60, seed: 76 },
    )
  })

  it('publishing the same again tells nothing new', () => {
    fc.assert(
      fc.property(anyCounts, anyCells, (parts, cells) => {
        const again = { atoms: parts, earlier: [asRelease('1', cells)], next: asRelease('2', cells) }
        expect(differencingCheck(again).blocked).toBe(false)
      }),
      { numRuns: 60, seed: 77 },
    )
  })

  it('refuses atoms that are not there, or twice', () => {
    const next = release('R', shown('A', ['a', 'x']))
    expect(() => differencingCheck({ atoms: atoms({ a: 1 }), earlier: [], next })).toThrow(
      '"A" of R counts "x", which is no atom.',
    )
    expect(() => differencingCheck({ atoms: [...atoms({ a: 1 }), { id: 'a', value: 2 }], earlier: [], next })).toThrow(
      'twice',
    )
    const twice = release('R', shown('A', ['a', 'a']))
    expect(() => differencingCheck({ atoms: atoms({ a: 1 }), earlier: [], next: twice })).toThrow('counts "a" twice')
    const none = release('R', shown('A', []))
    expect(() => differencingCheck({ atoms: atoms({ a: 1 }), earlier: [], next: none })).toThrow(
      '"A" of R has no atoms',
    )
  })
})

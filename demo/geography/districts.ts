/**
 * The districts of the demonstration: the twelve of Kent and Medway, the area of Kent Police. Code, and the name that
 * police files printed up to 2022: E07000112 has been Folkestone and Hythe since April 2018, but its 2011 areas kept
 * "Shepway". Source: ONS register of geographic codes; Open Government Licence v3.0.
 */
export const DEMONSTRATION_DISTRICTS: ReadonlyMap<string, string> = new Map([
  ['E07000105', 'Ashford'],
  ['E07000106', 'Canterbury'],
  ['E07000107', 'Dartford'],
  ['E07000108', 'Dover'],
  ['E07000109', 'Gravesham'],
  ['E07000110', 'Maidstone'],
  ['E06000035', 'Medway'],
  ['E07000111', 'Sevenoaks'],
  ['E07000112', 'Shepway'],
  ['E07000113', 'Swale'],
  ['E07000114', 'Thanet'],
  ['E07000115', 'Tonbridge and Malling'],
  ['E07000116', 'Tunbridge Wells'],
])

export const DARTFORD = 'E07000107'

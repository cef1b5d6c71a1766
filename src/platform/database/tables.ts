import type { ColumnType, Generated } from 'kysely'

/** The tables as the application sees them: one interface a table, kept beside its migration. All are in schema `app`. */
export interface Tables {
  demonstration: DemonstrationTable
  membership: MembershipTable
  migration: MigrationTable
  partnership: PartnershipTable
  partnership_area: PartnershipAreaTable
}

/** A calendar day, `YYYY-MM-DD`. */
export type DateText = string
/** A PostgreSQL range of days, half-open: `[2022-04-01,2025-04-01)`. */
export type DateRangeText = string

interface DemonstrationTable {
  only_one: Generated<boolean>
  business_date: DateText
  marked_at: Generated<Date>
}

interface MembershipTable {
  partnership_id: string
  id: string
  person_id: string
  valid: DateRangeText
}

interface MigrationTable {
  name: string
  sha256: string
  applied_at: ColumnType<Date, never, never>
}

export interface PartnershipTable {
  id: string
  name: string
  nation: 'England' | 'Wales'
}

export interface PartnershipAreaTable {
  partnership_id: string
  id: string
  area_code: string
  valid: DateRangeText
}

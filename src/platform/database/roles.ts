/**
 * The database roles, as db/conventions.md explains them. All are ordinary: none is superuser, none bypasses
 * row-level security, so that the embedded server behaves as a council's own would.
 */
export const OWNER = 'tapestry_owner'
export const MIGRATOR = 'tapestry_migrator'
export const APP = 'tapestry_app'

/** Roles that sign in. The owner never does. */
export const LOGIN_ROLES = [MIGRATOR, APP] as const
export type LoginRole = (typeof LOGIN_ROLES)[number]

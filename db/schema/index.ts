/** Every table, one file an aggregate. Migrations only add: no cascades, no rebuilding of a referenced table. */
export * from './app.ts';
export * from './branches.ts';
export * from './data-keys.ts';
export * from './floats.ts';
export * from './ledger.ts';
export * from './looks.ts';
export * from './meetings.ts';
export * from './operator.ts';
export * from './outbox.ts';
export * from './people.ts';
export * from './reminders.ts';
export * from './spine.ts';
export * from './tickets.ts';
export * from './transfers.ts';

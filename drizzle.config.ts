import { defineConfig } from 'drizzle-kit';

export default defineConfig({
	dialect: 'sqlite',
	// Writes migrations.js beside the SQL, which Workers load instead of reading a folder.
	driver: 'durable-sqlite',
	schema: './db/schema/index.ts',
	out: './db/migrations',
	casing: 'snake_case',
});

import { defineConfig } from 'vitest/config';

/** What `npm run mutate` asks about each mutant: the tests of the rules and of the scope, no conversations. */
export default defineConfig({
	test: {
		include: ['test/rules/**/*.test.ts', 'test/db/scope*.test.ts'],
		setupFiles: ['test/mutate/seed.ts'],
		testTimeout: 20_000,
	},
});

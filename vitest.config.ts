import { defineConfig } from 'vitest/config';

export default defineConfig({
	test: {
		include: ['test/**/*.test.ts'],
		// In workerd: vitest.workers.config.ts.
		exclude: ['test/worker/**'],
		testTimeout: 20_000,
	},
});

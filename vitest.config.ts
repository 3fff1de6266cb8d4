import { defineConfig } from 'vitest/config';

export default defineConfig({
	test: {
		include: ['test/**/*.test.ts'],
		// In workerd: vitest.workers.config.ts.
		exclude: ['test/worker/**'],
		testTimeout: 20_000,
		// test/deployed: no sample of what the edge knows of a request is fetched.
		env: { CLOUDFLARE_CF_FETCH_ENABLED: 'false' },
	},
});

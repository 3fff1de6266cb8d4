import { defineConfig } from 'vitest/config';

export default defineConfig({
	test: {
		include: ['test/**/*.test.ts'],
		// In workerd: vitest.workers.config.ts.
		exclude: ['test/worker/**'],
		testTimeout: 20_000,
		// test/deployed: nothing is told to the network, and nothing asked of it.
		env: { CLOUDFLARE_CF_FETCH_ENABLED: 'false', WRANGLER_SEND_METRICS: 'false' },
	},
});

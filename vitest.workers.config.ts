import { cloudflareTest } from '@cloudflare/vitest-plugin';
import { defineConfig } from 'vitest/config';

/** What `wrangler secret put` would have set. */
const SETTINGS = {
	LARK_APP_ID: 'cli_a1b2c3d4e5f60718',
	LARK_APP_SECRET: 'a secret',
	LARK_ENCRYPT_KEY: 'an encrypt key',
	LARK_VERIFICATION_TOKEN: 'a verification token',
	LARK_DOMAIN: 'http://feishu.test',
	BOT_DATA_KEY: '0123456789abcdef0123456789abcdef',
};

/** The conversations once more, and what is the other runtime's own, in the real workerd. */
export default defineConfig({
	plugins: [
		cloudflareTest({
			main: './test/worker/main.ts',
			wrangler: { configPath: './wrangler.toml' },
			miniflare: { bindings: SETTINGS },
		}),
	],
	resolve: {
		alias: [{ find: './on-node.ts', replacement: './on-workers.ts' }],
	},
	test: {
		include: ['test/{conversations,migrations,reminders,worker}/**/*.test.ts'],
		// Switches a machine off and on again, with its directory: the other runtime's.
		exclude: ['test/reminders/quarter.test.ts'],
		testTimeout: 20_000,
		// The SDK and the tables of characters weigh megabytes: one isolate loads them once, and what differs between
		// tests is a Durable Object each.
		isolate: false,
		maxWorkers: 1,
	},
});

/**
 * Breaks the rules and the scope in a copy, one place at a time, and asks whether a test notices: `npm run mutate`.
 * Report: reports/mutation/index.html.
 */
export default {
	mutate: ['src/rules/**/*.ts', 'db/scope.ts'],
	plugins: ['@stryker-mutator/vitest-runner'],
	testRunner: 'vitest',
	vitest: { configFile: 'vitest.mutate.config.ts' },
	// A mutant is asked only of the tests that reach it: minutes instead of hours.
	coverageAnalysis: 'perTest',
	// Tables are evaluated when a file is loaded. They are most of the rules, so they stay, though each costs a whole run.
	ignoreStatic: false,
	concurrency: 2,
	// A timeout counts as noticed. A mutant that loops takes for ever anyway; a slow machine must not pass for one.
	timeoutMS: 20_000,
	// The copy holds code alone: neither `.env` nor the database in `data/` gets into it.
	ignorePatterns: [
		'/*',
		'!/src',
		'!/commands',
		'!/db',
		'!/test',
		'!/package.json',
		'!/vitest.mutate.config.ts',
	],
	// Stryker reads this file through the compiler's JavaScript API, which TypeScript 7 has not. A name that does not
	// exist passes that by; nothing has to be rewritten, as the copy lies inside the project.
	tsconfigFile: 'none',
	thresholds: { high: 95, low: 85, break: 85 },
	tempDirName: '.stryker-tmp',
	reporters: ['clear-text', 'progress-append-only', 'html', 'json'],
	clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
	htmlReporter: { fileName: 'reports/mutation/index.html' },
	jsonReporter: { fileName: 'reports/mutation/mutation.json' },
};

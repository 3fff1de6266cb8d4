/**
 * Who may import whom: DESIGN «The house». Each folder names what it may reach; everything else is an error, and so
 * is every circle. Types count like code.
 */
const FOLDERS = {
	'src/rules': [],
	'src/locales': [],
	'src/reading': [],
	'src/bot/vocabulary': [],
	db: ['src/rules'],
	'src/bot': ['src/bot', 'src/bot/vocabulary', 'db', 'src/rules', 'src/reading', 'src/locales'],
	'src/cards': ['src/bot/vocabulary', 'src/rules', 'src/locales', 'db'],
	commands: ['src/bot', 'src/bot/vocabulary', 'src/cards', 'db', 'src/rules', 'src/reading', 'src/locales'],
	'src/reminders': [
		'src/bot',
		'src/bot/vocabulary',
		'src/cards',
		'db',
		'src/rules',
		'src/reading',
		'src/locales',
	],
	'src/lark': ['src/bot/vocabulary'],
	sandbox: [],
	// Everything: the places where the house is put together.
	'src/runtime': null,
	'src/cli': null,
	'src/app.ts': null,
};

const OURS = ['src', 'commands', 'db', 'sandbox', 'test', 'bench'];
const names = Object.keys(FOLDERS);

/** A folder without those inside it that have rules of their own. */
function exactly(folder) {
	const inner = names.filter((name) => name !== folder && name.startsWith(`${folder}/`));
	const except = inner.map((name) => `(?!${name.slice(folder.length + 1)}/)`).join('');
	return folder.endsWith('.ts') ? `^${folder}$` : `^${folder}/${except}`;
}

const arrows = Object.entries(FOLDERS)
	.filter(([, allowed]) => allowed !== null)
	.map(([folder, allowed]) => ({
		name: `${folder.replaceAll('/', '-')}-reaches-only-what-it-may`,
		severity: 'error',
		from: { path: exactly(folder) },
		to: { path: `^(${OURS.join('|')})/`, pathNot: [folder, ...allowed].map(exactly) },
	}));

export default {
	forbidden: [
		...arrows,
		{
			name: 'cards-know-types-of-the-database-alone',
			severity: 'error',
			from: { path: '^src/cards/' },
			to: { path: '^db/', dependencyTypesNot: ['type-only'] },
		},
		{
			name: 'nothing-that-runs-leans-on-tests-or-the-bench',
			severity: 'error',
			from: { path: '^(src|commands|db|sandbox)/' },
			to: { path: '^(test|bench)/' },
		},
		{
			name: 'no-circles',
			severity: 'error',
			from: { pathNot: '^node_modules' },
			to: { circular: true },
		},
		{
			name: 'rows-are-written-by-the-ledger-alone',
			severity: 'error',
			comment:
				'db/table.ts writes past it; undo and linking only find rows by it, and the rewrap changes nothing that is said',
			from: { path: '^(src|commands|db)/', pathNot: '^db/(ledger|undo|linking|rewrap/places)\\.ts$' },
			to: { path: '^db/table\\.ts$' },
		},
		{
			name: 'no-circles-between-jobs',
			severity: 'error',
			scope: 'folder',
			from: { path: '^commands/' },
			to: { circular: true },
		},
		{
			name: 'only-the-node-entry-loads-the-sandbox',
			severity: 'error',
			from: { path: '^(src|commands|db)/', pathNot: '^src/runtime/node/sandbox/' },
			to: { path: '^sandbox/' },
		},
		{
			name: 'the-sandbox-entry-is-loaded-by-main-alone',
			severity: 'error',
			from: { path: '^src/', pathNot: '^src/runtime/node/(main\\.ts|sandbox/)' },
			to: { path: '^src/runtime/node/sandbox/' },
		},
		{
			name: 'only-crypto-of-node-outside-the-node-runtime',
			severity: 'error',
			comment: 'the same code runs on Workers',
			from: { path: '^(src|commands|db)/', pathNot: '^src/(runtime/node|cli)/' },
			to: { dependencyTypes: ['core'], pathNot: '^(node:)?crypto$' },
		},
		{
			name: 'node-only-packages-stay-in-the-node-runtime',
			severity: 'error',
			from: { path: '^(src|commands|db)/', pathNot: '^src/(runtime/node|cli)/' },
			to: { path: 'node_modules/(better-sqlite3|pino|prom-client|@hono/node-server)/' },
		},
		{
			name: 'the-workers-runtime-is-known-to-its-own-folder-alone',
			severity: 'error',
			from: { path: '.', pathNot: '^(src/runtime/worker|test/worker)/' },
			to: { path: '^cloudflare:' },
		},
		{
			name: 'the-runtimes-do-not-know-each-other',
			severity: 'error',
			comment: 'what both need lies beside them in src/runtime',
			from: { path: '^src/runtime/(node|worker)/' },
			to: { path: '^src/runtime/(node|worker)/', pathNot: '^src/runtime/$1/' },
		},
		{
			name: 'the-sdk-is-known-to-lark-alone',
			severity: 'error',
			from: { path: '^(src|commands|db)/', pathNot: '^src/lark/' },
			to: { path: 'node_modules/@larksuiteoapi/' },
		},
		{
			name: 'nothing-unresolvable',
			severity: 'error',
			comment: 'the modules of the Workers runtime have no files',
			from: {},
			to: { couldNotResolve: true, pathNot: '^cloudflare:(workers|test)$' },
		},
		{
			name: 'no-dev-dependencies-at-run-time',
			severity: 'error',
			from: { path: '^(src|commands|db|sandbox)/' },
			to: { dependencyTypes: ['npm-dev'] },
		},
	],
	options: {
		doNotFollow: { path: 'node_modules' },
		exclude: { path: 'sandbox/page/public' },
		// Its own reader of TypeScript needs an older compiler's API than the one we check types with, and says so.
		parser: 'swc',
		tsPreCompilationDeps: true,
		tsConfig: { fileName: 'tsconfig.json' },
		enhancedResolveOptions: {
			exportsFields: ['exports'],
			conditionNames: ['import', 'node', 'default', 'types'],
		},
	},
};

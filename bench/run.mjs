// Plain JavaScript on purpose: an old Node must be able to read the sentence that says it is too old.
const [major = 0] = process.versions.node.split('.').map(Number);
if (major < 24) {
	console.error(
		`The bench needs Node 24 or newer, this is ${process.versions.node}: run «npm ci && npm run bench».`,
	);
	process.exit(78);
}
await import('./main.ts');

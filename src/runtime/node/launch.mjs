import './fitting.mjs';

await import('./main.ts');

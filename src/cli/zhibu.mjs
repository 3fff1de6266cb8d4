#!/usr/bin/env node
import '../runtime/node/fitting.mjs';

await import('./main.ts');

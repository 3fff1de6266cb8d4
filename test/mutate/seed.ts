import fc from 'fast-check';

// The same dice for each mutant: a score can be compared with the last one, and a survivor be looked for again.
fc.configureGlobal({ seed: 20261121 });

import fc from 'fast-check';

/** What CI tries is the same each time, so that it fails for a change and never by chance; elsewhere each run tries something else. */
if (process.env['CI']) fc.configureGlobal({ seed: 20_261_127 });

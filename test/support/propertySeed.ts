import fc from 'fast-check';

/**
 * Property tests draw the same cases in every run, so that what passes here passes everywhere. Another number in
 * PROPERTY_SEED draws others.
 */
fc.configureGlobal({ seed: Number(process.env['PROPERTY_SEED'] ?? 20_270_101) });

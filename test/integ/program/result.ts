/** The result of a check that passes. */
export const PASSED = 'passed';

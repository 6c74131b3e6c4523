import { CHECKS } from './checks';
import { PASSED } from './result';

/**
 * The response of a custom resource has up to 4,096 bytes, and contains the reason three times.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/crpg-ref-responses.html
 */
const MAX_REASON_LENGTH = 500;

/** Runs a check. Returns `PASSED`, or why it failed. */
export async function handler({ check }: { check: keyof typeof CHECKS }): Promise<string> {
  try {
    await CHECKS[check]();
    return PASSED;
  } catch (error) {
    console.error(error);
    return (error as Error).message.slice(0, MAX_REASON_LENGTH);
  }
}

import { Change } from './change';

/**
 * Distributes changes across calls, in their order, with at most one change of a user in each call.
 *
 * EventBridge can accept some entries of a call and refuse others, so two events of a user in one call could arrive in the wrong order.
 */
export function callsOf(changes: readonly Change[]): Change[][] {
  const calls: Change[][] = [];
  let users = new Set<string>();
  for (const change of changes) {
    if (calls.length === 0 || users.has(change.sub)) {
      calls.push([]);
      users = new Set();
    }
    calls[calls.length - 1].push(change);
    users.add(change.sub);
  }
  return calls;
}

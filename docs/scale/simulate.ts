/**
 * Prints the tables of docs/scale.md and docs/scale/ and draws its plot. It takes no input and gives the same output each time.
 *
 *     npx tsx docs/scale/simulate.ts
 */
import { createHash } from 'crypto';
import { writeFileSync } from 'fs';
import { join } from 'path';
import { chart, Line } from './chart';
import { Outcome, Scenario, simulate } from './partitions';
import { ceilings, costOf, liteCostOf, LIMITS, loadOf, PROFILE_SIZES, SIZES, unitsOf } from './workload';
import { profileKey } from '../../src/handlers/nodejs/store/profile-key';

const USERS = 200_000;
const BILLION = 1_000_000_000;
/** Users of one service among several, so that the defaults carry nearly all of it. */
const CELL = 25_000_000;
const MINUTE = 60;

function main(): void {
  printLoads();
  printCeilings();
  PROFILE_SIZES.forEach(printCosts);
  printImbalance();
  printPartitions();
}

function printLoads(): void {
  const sizes = [...SIZES.slice(0, 2), CELL, ...SIZES.slice(2)];
  const loads = sizes.map(loadOf);
  const row = (label: string, pick: (load: ReturnType<typeof loadOf>) => number) => (
    [label, ...loads.map((load) => count(pick(load)))]
  );
  table('Load at the peak', ['', ...sizes.map(count)], [
    row('users active in the month', (load) => load.monthlyActive),
    row('requests a month', (load) => load.requestsAMonth),
    row('requests a second', (load) => load.requests),
    row('of these, writes', (load) => load.writes),
    row('Lambda environments', (load) => load.concurrency),
    ...PROFILE_SIZES.flatMap((bytes) => [
      row(`table, write units, ${kilobytes(bytes)}`, (load) => load.writes * unitsOf(bytes).write),
      row(`table, read units, ${kilobytes(bytes)}`, (load) => load.reads * unitsOf(bytes).read),
      row(`partitions for that, ${kilobytes(bytes)}`, (load) => partitionsFor(load, bytes)),
    ]),
    row('Cognito `UserAuthentication`', (load) => load.userAuthentication),
    row('Cognito `UserCreation`', (load) => load.userCreation),
    row('requests to the sign-in domain', (load) => load.domainRequests),
    row('the same, tokens refreshed by API', (load) => load.domainRequestsWithoutRefreshes),
    row('emails a day, on average', (load) => load.emailsADay),
  ]);
}

/** As if reads and writes shared what a partition gives. */
function partitionsFor(load: ReturnType<typeof loadOf>, profileBytes: number): number {
  const { write, read } = unitsOf(profileBytes);
  return Math.ceil(load.writes * write / LIMITS.partitionWrites + load.reads * read / LIMITS.partitionReads);
}

function printCeilings(): void {
  table('Users that reach each default limit', ['limit', 'users'], (
    ceilings().map(({ limit, users }) => [limit, users < 1e6 ? count(users) : `${count(users / 1e6)} million`])
  ));
}

function printCosts(profileBytes: number): void {
  const costs = SIZES.map((users) => costOf(users, profileBytes));
  const totals = costs.map((cost) => Object.values(cost).reduce((a, b) => a + b, 0));
  const cognito = costs.map((cost) => cost['Cognito, Essentials']);
  const rows = Object.keys(costs[0]).map((item) => (
    [item, ...costs.map((cost) => dollars(cost[item as keyof typeof cost]))]
  ));
  table(`US dollars a month, profiles of ${kilobytes(profileBytes)}`, ['', ...SIZES.map(count)], [
    ...rows,
    ['**Total**', ...totals.map((total) => `**${dollars(total)}**`)],
    ['for each user', ...totals.map((total, i) => (total / SIZES[i]).toFixed(5))],
    ['without Cognito\'s own price', ...totals.map((total, i) => dollars(total - cognito[i]))],
    ['Total on Cognito Lite', ...totals.map((total, i) => dollars(total - cognito[i] + liteCostOf(SIZES[i])))],
  ]);
}

/** A random-looking UUID of version 4, like a `sub`, the same each time. */
function subOf(user: number): string {
  const hex = createHash('sha256').update(`user ${user}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

function printImbalance(): void {
  const subs = Array.from({ length: USERS }, (_, user) => subOf(user));
  const rows = [2, 4, 16, 64, 100, 256, 1000].map((n) => {
    const users = new Map<string, number>();
    for (const sub of subs) {
      const { pk } = profileKey(sub, n);
      users.set(pk, (users.get(pk) ?? 0) + 1);
    }
    const counts = [...users.values()];
    const mean = USERS / n;
    const chiSquare = counts.reduce((sum, value) => sum + (value - mean) ** 2 / mean, 0);
    // What chance alone gives: the most of n normal deviates is about sqrt(2 ln n) deviations off.
    const chance = (all: number) => Math.sqrt(2 * Math.log(n) * n / all);
    return [
      count(n),
      percent(Math.max(...counts) / mean - 1),
      percent(1 - Math.min(...counts) / mean),
      percent(chance(USERS)),
      `${chiSquare.toFixed(0)} / ${n - 1}`,
      percent(chance(BILLION)),
      2 ** 48 % n === 0 ? '0' : (n / 2 ** 48).toExponential(1),
    ];
  });
  table(`Users to a partition key, ${count(USERS)} users`, [
    'N', 'fullest above mean', 'emptiest below', 'chance alone', 'chi² / expected', 'chance, a billion users',
    'modulo bias',
  ], rows);
}

function printPartitions(): void {
  const fixed: Scenario = {
    keys: 1,
    partitions: 32,
    splitAfter: Infinity,
    limit: LIMITS.partitionWrites,
    burst: 300,
    peak: loadOf(BILLION).writes * unitsOf(PROFILE_SIZES[0]).write,
    ramp: 30 * MINUTE,
    seconds: 180 * MINUTE,
  };
  const splitting = { ...fixed, splitAfter: 5 * MINUTE };
  console.log(`\nWrite units a second at the peak: ${count(fixed.peak)}`);
  for (const partitions of [32, 4]) {
    table(`${partitions} partitions at the start`, [
      'N', 'fixed: throttled', 'fixed: last hour', 'split: throttled', 'split: last hour', 'split: clear after',
      'partitions then',
    ], [1, 2, 4, 16, 64, 256, 1024].map((keys) => {
      const split = simulate({ ...splitting, partitions, keys });
      return [
        count(keys), ...cells(simulate({ ...fixed, partitions, keys })), ...cells(split), clear(split.clearAfter),
        count(split.partitions),
      ];
    }));
  }
  const guesses = [[5, 30, 300], [5, 30, 0], [5, 5, 300], [15, 30, 300], [15, 5, 0], [30, 30, 0]];
  table('What the guesses do, 32 partitions at the start, splitting', [
    'split after', 'ramp', 'burst', 'N = 1: throttled', 'N = 1: clear after', 'N = 256: throttled',
  ], guesses.map(([splitAfter, ramp, burst]) => {
    const [one, many] = [1, 256].map((keys) => simulate({
      ...fixed, keys, burst, splitAfter: splitAfter * MINUTE, ramp: ramp * MINUTE,
    }));
    return [
      `${splitAfter} min`, `${ramp} min`, `${burst} s`, percent(one.throttledShare), clear(one.clearAfter),
      percent(many.throttledShare),
    ];
  }));
  draw(fixed, splitting);
}

function cells({ throttledShare, sustained }: Outcome): string[] {
  return [percent(throttledShare), count(sustained)];
}

function clear(minute: number | undefined): string {
  return minute === undefined ? 'never' : `${minute} min`;
}

function draw(fixed: Scenario, splitting: Scenario): void {
  const colors = new Map([[1, '#c62828'], [4, '#ef8a00'], [16, '#6a1b9a'], [64, '#1565c0'], [256, '#2e7d32']]);
  const lines = (scenario: Scenario): Line[] => [
    ...[...colors].map(([keys, color]) => (
      { label: `N = ${keys}`, color, values: simulate({ ...scenario, keys }).served }
    )),
    { label: 'offered', color: '#222', dashed: true, values: simulate(scenario).offered },
  ];
  writeFileSync(join(__dirname, 'hot-partitions.svg'), chart(
    [
      { title: '32 partitions that never split', lines: lines(fixed) },
      { title: '32 partitions, split after 5 hot minutes', lines: lines(splitting) },
    ],
    { xLabel: 'minutes', xMax: 180, xStep: 30, yLabel: 'write units served a second', yMax: 20_000, yStep: 5_000 },
  ));
}

function table(title: string, header: string[], rows: string[][]): void {
  const line = (fields: string[]) => `| ${fields.join(' | ')} |`;
  console.log(`\n${title}\n`);
  console.log([line(header), `|---|${'---:|'.repeat(header.length - 1)}`, ...rows.map(line)].join('\n'));
}

function count(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: value < 100 ? 1 : 0 });
}

function kilobytes(bytes: number): string {
  return `${bytes / 1024} KB`;
}

function dollars(value: number): string {
  const digits = value < 100 ? 2 : 0;
  return value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

function percent(share: number): string {
  return `${(share * 100).toFixed(share < 0.001 && share > 0 ? 3 : 1)} %`;
}

main();

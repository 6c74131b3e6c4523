/** The arithmetic of docs/scale.md: what so many users ask of each AWS service, against its limits, and the cost. */

/** Registered users. */
export const SIZES = [10_000, 1_000_000, 100_000_000, 1_000_000_000];

/** Bytes of profile data as DynamoDB counts them; the larger one is the most that the service accepts by default. */
export const PROFILE_SIZES = [2 * 1024, 64 * 1024];

const SECONDS_A_DAY = 86_400;
const DAYS_A_MONTH = 30;
const GB = 1024 ** 3;

/** None of these is measured; docs/scale.md lists them, so that you can put your own. */
export const ASSUMED = {
  /** Shares of the registered users. */
  monthlyActive: 0.4,
  dailyActive: 0.1,
  newInAMonth: 0.02,
  requestsOfAnActiveDay: 10,
  writeShare: 0.1,
  peakToAverage: 5,
  /** A token lasts an hour, and an active user comes in two hours of the day. */
  refreshesOfAnActiveDay: 2,
  /** A refresh token lasts 30 days. */
  signInsOfAnActiveMonth: 1,
  /** Pages, posts and the code's exchange. */
  domainRequestsOfASignIn: 6,
  /** `SignUp` and `ConfirmSignUp`. */
  callsOfASignUp: 2,
  passwordResetsOfAnActiveMonth: 0.01,
  lambdaSeconds: 0.02,
  lambdaGigabytes: 0.5,
  /** One line of the handler, and the platform's start and report. */
  logBytesOfARequest: 700,
  /** Headers, keys, version and times around the profile data. */
  responseOverheadBytes: 800,
};

/** Default quotas and limits, each with its source in docs/scale/limits.md. */
export const LIMITS = {
  partitionWrites: 1_000,
  partitionReads: 3_000,
  tableUnits: 40_000,
  newTableWrites: 4_000,
  newTableReads: 12_000,
  gatewayRequests: 10_000,
  lambdaConcurrency: 1_000,
  requestsOfAnEnvironment: 10,
  usersOfAPool: 40_000_000,
  userAuthentication: 120,
  userCreation: 50,
  domainRequestsOfAClient: 300,
  defaultEmailsADay: 50,
};

/** Names of attributes (43), both keys (50), version (32) and times (48). */
const ITEM_OVERHEAD = 173;
/** What DynamoDB adds to each item when it bills storage. */
const STORAGE_OVERHEAD = 100;

export interface Units {
  readonly itemBytes: number;
  /** Of the table; the index takes as many again. */
  readonly write: number;
  readonly read: number;
}

export function unitsOf(profileBytes: number): Units {
  const itemBytes = profileBytes + ITEM_OVERHEAD;
  return { itemBytes, write: Math.ceil(itemBytes / 1024), read: Math.ceil(itemBytes / 4096) };
}

/** What `users` registered users ask, at the peak unless it says otherwise, each second unless it says otherwise. */
export function loadOf(users: number) {
  const peak = (aDay: number) => aDay / SECONDS_A_DAY * ASSUMED.peakToAverage;
  const dailyActive = users * ASSUMED.dailyActive;
  const monthlyActive = users * ASSUMED.monthlyActive;
  const requestsADay = dailyActive * ASSUMED.requestsOfAnActiveDay;
  const requests = peak(requestsADay);
  const refreshes = peak(dailyActive * ASSUMED.refreshesOfAnActiveDay);
  const signIns = peak(monthlyActive * ASSUMED.signInsOfAnActiveMonth / DAYS_A_MONTH);
  const signUpsADay = users * ASSUMED.newInAMonth / DAYS_A_MONTH;
  const resetsADay = monthlyActive * ASSUMED.passwordResetsOfAnActiveMonth / DAYS_A_MONTH;
  return {
    monthlyActive,
    requestsAMonth: requestsADay * DAYS_A_MONTH,
    requests,
    writes: requests * ASSUMED.writeShare,
    reads: requests * (1 - ASSUMED.writeShare),
    // A quick function is bound by what one environment takes in a second, a slow one by how long it is busy.
    concurrency: Math.max(requests / LIMITS.requestsOfAnEnvironment, requests * ASSUMED.lambdaSeconds),
    userAuthentication: refreshes + signIns,
    userCreation: peak(signUpsADay * ASSUMED.callsOfASignUp),
    domainRequests: refreshes + signIns * ASSUMED.domainRequestsOfASignIn,
    domainRequestsWithoutRefreshes: signIns * ASSUMED.domainRequestsOfASignIn,
    emailsADay: signUpsADay + resetsADay,
  };
}

export interface Ceiling {
  readonly limit: string;
  /** So many users reach it. */
  readonly users: number;
}

/** At how many users each default limit is reached, were it the only one. All loads are proportional to the users. */
export function ceilings(): Ceiling[] {
  const user = loadOf(1);
  return [
    { limit: 'Cognito: emails a day with the built-in sender', users: LIMITS.defaultEmailsADay / user.emailsADay },
    { limit: 'Cognito: `UserAuthentication`', users: LIMITS.userAuthentication / user.userAuthentication },
    {
      limit: 'Cognito: requests to app client, tokens refreshed at the domain',
      users: LIMITS.domainRequestsOfAClient / user.domainRequests,
    },
    {
      limit: 'Cognito: requests to app client, tokens refreshed by API',
      users: LIMITS.domainRequestsOfAClient / user.domainRequestsWithoutRefreshes,
    },
    { limit: 'Cognito: users per user pool', users: LIMITS.usersOfAPool },
    { limit: 'Cognito: `UserCreation`', users: LIMITS.userCreation / user.userCreation },
    { limit: 'API Gateway: requests', users: LIMITS.gatewayRequests / user.requests },
    { limit: 'Lambda: concurrent executions', users: LIMITS.lambdaConcurrency / user.concurrency },
    ...PROFILE_SIZES.flatMap((profileBytes) => {
      const { write, read } = unitsOf(profileBytes);
      const [writes, reads] = [user.writes * write, user.reads * read];
      const of = `${profileBytes / 1024} KB`;
      return [
        { limit: `DynamoDB: one partition, writes, ${of}`, users: LIMITS.partitionWrites / writes },
        { limit: `DynamoDB: one partition, reads, ${of}`, users: LIMITS.partitionReads / reads },
        { limit: `DynamoDB: new table or index, writes, ${of}`, users: LIMITS.newTableWrites / writes },
        { limit: `DynamoDB: new table, reads, ${of}`, users: LIMITS.newTableReads / reads },
        { limit: `DynamoDB: per table, writes, ${of}`, users: LIMITS.tableUnits / writes },
        { limit: `DynamoDB: per table, reads, ${of}`, users: LIMITS.tableUnits / reads },
      ];
    }),
  ].sort((a, b) => a.users - b.users);
}

/** A price that falls with the amount: up to so much, so many dollars each. */
type Tiers = readonly (readonly [upTo: number, price: number])[];

const TB = 1024;
/** US dollars, us-east-1, each with its source in docs/scale/cost.md. */
const PRICES = {
  essentials: [[10_000, 0], [Infinity, 0.015]] as Tiers,
  lite: [[10_000, 0], [100_000, 0.0055], [1e6, 0.0046], [10e6, 0.00325], [Infinity, 0.0025]] as Tiers,
  userAuthentication: 20,
  write: 0.625e-6,
  read: 0.125e-6,
  storedGb: 0.25,
  recoverableGb: 0.2,
  gateway: [[300e6, 1e-6], [Infinity, 0.9e-6]] as Tiers,
  lambdaRequest: 0.2e-6,
  lambdaGbSecond: [[7.5e9, 0.0000133334], [18.75e9, 0.0000120001], [Infinity, 0.0000106667]] as Tiers,
  logGb: [[10 * TB, 0.5], [30 * TB, 0.25], [50 * TB, 0.1], [Infinity, 0.05]] as Tiers,
  storedLogGb: 0.03,
  outGb: [[10 * TB, 0.09], [50 * TB, 0.085], [150 * TB, 0.07], [Infinity, 0.05]] as Tiers,
  email: 0.1e-3,
};

function tiered(amount: number, tiers: Tiers): number {
  let [cost, below] = [0, 0];
  for (const [upTo, price] of tiers) {
    cost += Math.max(0, Math.min(amount, upTo) - below) * price;
    below = upTo;
  }
  return cost;
}

/** US dollars a month, without free tiers but Cognito's, in one account and Region. */
export function costOf(users: number, profileBytes: number) {
  const load = loadOf(users);
  const units = unitsOf(profileBytes);
  const writes = load.requestsAMonth * ASSUMED.writeShare;
  const reads = load.requestsAMonth - writes;
  const storedGb = users * (units.itemBytes + STORAGE_OVERHEAD) / GB;
  const logGb = load.requestsAMonth * ASSUMED.logBytesOfARequest / GB;
  const gbSeconds = load.requestsAMonth * ASSUMED.lambdaSeconds * ASSUMED.lambdaGigabytes;
  return {
    'Cognito, Essentials': tiered(load.monthlyActive, PRICES.essentials),
    'Cognito, `UserAuthentication` above 120 RPS':
      Math.max(0, load.userAuthentication - LIMITS.userAuthentication) * PRICES.userAuthentication,
    'Emails': load.emailsADay * DAYS_A_MONTH * PRICES.email,
    'API Gateway': tiered(load.requestsAMonth, PRICES.gateway),
    'Data out': tiered(load.requestsAMonth * (profileBytes + ASSUMED.responseOverheadBytes) / GB, PRICES.outGb),
    'Lambda': load.requestsAMonth * PRICES.lambdaRequest + tiered(gbSeconds, PRICES.lambdaGbSecond),
    'Logs': tiered(logGb, PRICES.logGb) + logGb * PRICES.storedLogGb,
    'DynamoDB, reads': reads * units.read * PRICES.read,
    'DynamoDB, writes to the table': writes * units.write * PRICES.write,
    'DynamoDB, writes to the index': writes * units.write * PRICES.write,
    // The index is stored as well, but not backed up.
    'DynamoDB, storage and recovery': storedGb * (2 * PRICES.storedGb + PRICES.recoverableGb),
  };
}

export function liteCostOf(users: number): number {
  return tiered(loadOf(users).monthlyActive, PRICES.lite);
}

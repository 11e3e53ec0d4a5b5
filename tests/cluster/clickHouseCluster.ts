import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createClient, type ClickHouseClient } from '@clickhouse/client';

const SERVER = process.env['CLICKHOUSE_SERVER'] ?? 'clickhouse-server';
const START_SECONDS = 60;

/** One server of a cluster, on ports of its own. */
interface Shard {
  readonly folder: string;
  readonly ports: readonly [http: number, tcp: number, interserver: number];
  readonly process: ChildProcess;
  readonly client: ClickHouseClient;
}

/** ClickHouse servers on this machine that know each other as the shards of one cluster. */
export class ClickHouseCluster {
  readonly shards: readonly Shard[];
  readonly #folder: string;

  private constructor(folder: string, shards: readonly Shard[]) {
    this.#folder = folder;
    this.shards = shards;
  }

  /** Starts servers in a temporary folder, on free ports, and waits until all of them answer. */
  static async start(size: number): Promise<ClickHouseCluster> {
    const folder = mkdtempSync(join(tmpdir(), 'clickhouse-'));
    const ports = chunked(await freePorts(3 * size));
    const shards = ports.map((own, i) => startShard(join(folder, `shard${i}`), own, ports));
    const cluster = new ClickHouseCluster(folder, shards);
    try {
      await Promise.all(shards.map(untilItAnswers));
    } catch (error) {
      await cluster.stop();
      throw error;
    }
    return cluster;
  }

  /** Sends a statement to every server. */
  async everywhere(statement: string): Promise<void> {
    for (const { client } of this.shards) await client.command({ query: statement });
  }

  /** Ends one server at once, as a crash would. */
  async kill(shard: number): Promise<void> {
    await end(this.shards[shard]!.process);
  }

  /** Ends all servers and removes what they wrote. */
  async stop(): Promise<void> {
    for (const { client, process: server } of this.shards) {
      await client.close();
      await end(server);
    }
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

function startShard(folder: string, ports: Shard['ports'], cluster: readonly Shard['ports'][]): Shard {
  for (const part of ['data', 'tmp', 'format_schemas']) {
    mkdirSync(join(folder, part), { recursive: true });
  }
  writeFileSync(join(folder, 'config.xml'), serverConfig(folder, ports, cluster));
  writeFileSync(join(folder, 'users.xml'), USERS);
  const server = spawn(SERVER, [`--config-file=${join(folder, 'config.xml')}`], {
    cwd: folder,
    stdio: 'ignore',
  });
  server.on('error', () => undefined);
  const client = createClient({
    url: `http://127.0.0.1:${ports[0]}`,
    request_timeout: 60_000,
    compression: { response: true },
    // Warnings of a server that is killed on purpose would clutter the report.
    log: { level: 127 },
  });
  return { folder, ports, process: server, client };
}

function serverConfig(
  folder: string,
  [http, tcp, interserver]: Shard['ports'],
  cluster: readonly Shard['ports'][],
): string {
  const shards = cluster.map(
    ([, port]) => `<shard><replica><host>127.0.0.1</host><port>${port}</port></replica></shard>`,
  );
  return `<?xml version="1.0"?>
<yandex>
  <logger><level>error</level><log>${folder}/log</log><errorlog>${folder}/errors</errorlog></logger>
  <http_port>${http}</http_port>
  <tcp_port>${tcp}</tcp_port>
  <interserver_http_port>${interserver}</interserver_http_port>
  <listen_host>127.0.0.1</listen_host>
  <path>${folder}/data/</path>
  <tmp_path>${folder}/tmp/</tmp_path>
  <format_schema_path>${folder}/format_schemas/</format_schema_path>
  <users_config>${folder}/users.xml</users_config>
  <default_profile>default</default_profile>
  <default_database>default</default_database>
  <mark_cache_size>67108864</mark_cache_size>
  <remote_servers><labels_cluster>${shards.join('')}</labels_cluster></remote_servers>
</yandex>
`;
}

const USERS = `<?xml version="1.0"?>
<yandex>
  <profiles><default><connect_timeout_with_failover_ms>2000</connect_timeout_with_failover_ms></default></profiles>
  <users><default><password></password><networks><ip>127.0.0.1</ip></networks>
    <profile>default</profile><quota>default</quota></default></users>
  <quotas><default></default></quotas>
</yandex>
`;

async function untilItAnswers({ client, folder, process: server }: Shard): Promise<void> {
  for (let i = 0; i < 10 * START_SECONDS; i++) {
    if (server.exitCode !== null || server.pid === undefined) {
      throw new Error(`${SERVER} did not start: ${errorsOf(folder)}`);
    }
    const { success } = await client.ping();
    if (success) return;
    await sleep(100);
  }
  throw new Error(`${SERVER} does not answer after ${START_SECONDS} s: ${errorsOf(folder)}`);
}

function errorsOf(folder: string): string {
  try {
    return readFileSync(join(folder, 'errors'), 'utf8').slice(0, 2000);
  } catch {
    return 'it is not installed (Debian: apt-get install clickhouse-server), or wrote nothing';
  }
}

async function end(server: ChildProcess): Promise<void> {
  if (server.pid === undefined || server.exitCode !== null || server.signalCode !== null) return;
  const ended = once(server, 'exit');
  server.kill('SIGKILL');
  await ended;
}

async function freePorts(count: number): Promise<number[]> {
  // Held until all are found, so that none is found twice.
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer().listen(0, '127.0.0.1');
      await once(server, 'listening');
      return server;
    }),
  );
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map((server) => new Promise((closed) => server.close(closed))));
  return ports;
}

function chunked(ports: readonly number[]): Shard['ports'][] {
  return Array.from(
    { length: ports.length / 3 },
    (_, i) => [ports[3 * i]!, ports[3 * i + 1]!, ports[3 * i + 2]!] as const,
  );
}

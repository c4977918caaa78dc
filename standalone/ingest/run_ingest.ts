import { errors, type Client } from '@elastic/elasticsearch';
import { CALL_ROUTER_PIPELINE } from '../../common/constants';
import { CommandError } from '../command/command_error';
import {
  createClient,
  describeConnectionFailure,
  requireConnection,
  type Connection,
} from '../command/connection';
import { tell } from '../command/run_command';
import { readRunFile } from '../command/run_file';
import { ingestFile } from './ingest_files';
import { createReport, describeReport, type IngestReport } from './ingest_report';
import { ingestHelp, parseIngestOptions, type IngestOptions } from './options';
import type { Source } from '../../common/model/source';
import { recogniseSource } from './recognise_source';
import { requireTextFile } from './read_file';

const findConnection = async ({ connection, dataDir }: IngestOptions): Promise<Connection> => {
  if (connection !== undefined) return connection;
  const run = await readRunFile(dataDir);
  if (run === undefined) {
    throw new CommandError(
      `No demo is running on the data folder ${dataDir}. Start one with "npm run demo", or name an Elasticsearch with --url, --username and --password.`
    );
  }
  return run.elasticsearch;
};

/** Without the pipelines records would be stored unread. */
const requirePipeline = async (client: Client): Promise<void> => {
  try {
    await client.ingest.getPipeline({ id: CALL_ROUTER_PIPELINE });
  } catch (error) {
    if (!(error instanceof errors.ResponseError) || error.statusCode !== 404) throw error;
    throw new CommandError(
      'The pipelines that read call records are not installed there. Open Voice phishing, Setup in Kibana and press "Install", then send the files again.'
    );
  }
};

const recognise = async (
  client: Client,
  file: string,
  { site }: IngestOptions,
  dataStream: string
): Promise<Source> => {
  const { source, confidence } = await recogniseSource(client, file, { site, dataStream });
  tell(`${file}: ${source.title} (${source.id}), ${Math.round(confidence * 100)} % sure`);
  return source;
};

const sendAll = async (
  client: Client,
  options: IngestOptions,
  report: IngestReport
): Promise<void> => {
  const target = {
    client,
    dataStream: `logs-vishing.call-${options.namespace}`,
    print: (line: string) => void process.stdout.write(`${line}\n`),
  };
  for (const file of options.files) {
    const source = options.source ?? (await recognise(client, file, options, target.dataStream));
    await ingestFile(file, { ...options, source }, target, report);
  }
};

const explain = (error: unknown, connection: Connection, report: IngestReport): unknown => {
  const text = describeConnectionFailure(error, connection);
  if (text === undefined) return error;
  return new CommandError(
    report.counts.sent === 0
      ? text
      : `${text} ${report.counts.stored} records were stored before; send the same files again, what is stored is recognised.`,
    1,
    { cause: error }
  );
};

/** Sends files of call records through the running stack. @returns the exit status: 1 when any record failed */
export const runIngest = async (args: readonly string[]): Promise<number> => {
  const options = parseIngestOptions(args);
  if (options === 'help') {
    process.stdout.write(ingestHelp());
    return 0;
  }
  for (const file of options.files) await requireTextFile(file);
  const connection = await findConnection(options);
  const client = createClient(connection);
  const report = createReport();
  try {
    await requireConnection(client, connection);
    await requirePipeline(client);
    await sendAll(client, options, report);
  } catch (error) {
    throw explain(error, connection, report);
  } finally {
    await client.close();
  }
  if (report.counts.sent === 0) {
    throw new CommandError(
      `No records${options.source ? ` of ${options.source.id}` : ''} were found in the named files. Check --source.`
    );
  }
  for (const line of describeReport(report, options.simulate)) tell(line);
  if (options.json && !options.simulate) {
    process.stdout.write(
      `${JSON.stringify({ records: report.counts, failures: report.failures })}\n`
    );
  }
  return report.counts.failed > 0 ? 1 : 0;
};

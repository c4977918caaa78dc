import type { DataFolder } from './data_folder';
import { ElasticsearchStartError } from './errors';
import { portInUse } from './port';

/** Turns the last lines of a server that ended while starting into an error that says what to do. */
export function explainFailedStart(
  lines: readonly string[],
  folder: DataFolder,
  port: number
): ElasticsearchStartError {
  const text = lines.join('\n');
  if (/BindHttpException|Address already in use/.test(text)) return portInUse(port);
  if (/failed to obtain node locks/.test(text))
    return new ElasticsearchStartError(
      'data_dir_in_use',
      `Another Elasticsearch uses the data folder ${folder.root}. End it, or choose another folder with --data-dir, then start again.`
    );
  if (/No space left on device|There is not enough space on the disk/.test(text))
    return new ElasticsearchStartError(
      'disk_full',
      `The disk of ${folder.root} is full. Free some space or choose another folder with --data-dir, then start again.`
    );
  if (/insufficient memory|Could not reserve enough space|Cannot allocate memory/i.test(text))
    return new ElasticsearchStartError(
      'start_failed',
      'There is not enough memory for Elasticsearch. End other programs, then start again.'
    );
  return new ElasticsearchStartError(
    'start_failed',
    `Elasticsearch ended while it was starting. Its last lines (all are in ${folder.logFile}):\n${lines.slice(-10).join('\n')}`
  );
}

import type { DataFolder } from './data_folder';

/** Node settings of a single, local, secured Elasticsearch. Plain http is safe here: it listens on 127.0.0.1 only. */
export function nodeSettings(
  home: string,
  folder: DataFolder,
  port: number
): Record<string, string> {
  return {
    'path.home': home,
    'cluster.name': 'vishing',
    'node.name': 'vishing',
    'path.data': folder.data,
    'path.logs': folder.logs,
    'network.host': '127.0.0.1',
    'http.port': String(port),
    // Nothing else joins this node, so any free port will do.
    'transport.port': '0',
    'discovery.type': 'single-node',
    'xpack.security.enabled': 'true',
    'xpack.security.autoconfiguration.enabled': 'false',
    'xpack.security.enrollment.enabled': 'false',
    'xpack.security.http.ssl.enabled': 'false',
    'xpack.security.transport.ssl.enabled': 'false',
    'xpack.security.authc.api_key.enabled': 'true',
    // The serial collector leaves garbage until the heap is full; counting it would refuse harmless requests.
    'indices.breaker.total.use_real_memory': 'false',
    // A laptop's nearly full disk must not turn the indices read-only; free space is checked before the start.
    'cluster.routing.allocation.disk.threshold_enabled': 'false',
  };
}

import { join } from 'node:path';
import type { Java } from './java';

interface JavaOptionsInput {
  java: Java;
  home: string;
  tmpDir: string;
  logsDir: string;
  /** Heap in MB; Elasticsearch's memory is about 400 MB more. */
  heapMb: number;
  /** Path of the entitlement bridge jar below the home. */
  bridgeJar: string;
}

/**
 * The command line of the server's Java process, without `java` itself. The options follow what
 * Elasticsearch 8.19 gives its own server process for this version of Java.
 */
export function javaOptions(input: JavaOptionsInput): string[] {
  const { java, home, tmpDir, logsDir, heapMb, bridgeJar } = input;
  return [
    ...machineOptions(heapMb),
    ...libraryOptions(java.major),
    `-Djava.io.tmpdir=${tmpDir}`,
    `-Des.path.home=${home}`,
    '-Des.distribution.type=tar',
    '-Des.entitlements.enabled=true',
    '-XX:+EnableDynamicAgentLoading',
    '-Djdk.attach.allowAttachSelf=true',
    `--patch-module=java.base=${join(home, bridgeJar)}`,
    '--add-exports=java.base/org.elasticsearch.entitlement.bridge=org.elasticsearch.entitlement,java.logging,java.net.http,java.naming,jdk.net',
    `-XX:ErrorFile=${join(logsDir, 'java_crash_%p.log')}`,
    `-XX:ReplayDataFile=${join(logsDir, 'java_replay_%p.log')}`,
    '--module-path',
    join(home, 'lib'),
    '--add-modules=jdk.net',
    '--add-modules=jdk.management.agent',
    '--add-modules=ALL-MODULE-PATH',
    '-m',
    'org.elasticsearch.server/org.elasticsearch.bootstrap.Elasticsearch',
  ];
}

/** One collector thread is enough for a heap this small and leaves the cores to the work. */
function machineOptions(heapMb: number): string[] {
  return [
    `-Xms${heapMb}m`,
    `-Xmx${heapMb}m`,
    `-XX:MaxDirectMemorySize=${Math.ceil(heapMb / 2)}m`,
    '-XX:+UseSerialGC',
    // Without the second compiler a start takes half the processor time, and 60,000 records 40 % less.
    '-XX:TieredStopAtLevel=1',
    '-Xss1m',
    '-XX:+ExitOnOutOfMemoryError',
  ];
}

function libraryOptions(major: number): string[] {
  const nativeAccess =
    major >= 21
      ? [
          '--enable-native-access=org.elasticsearch.nativeaccess,org.apache.lucene.core',
          '--enable-native-access=ALL-UNNAMED',
        ]
      : [];
  return [
    '-Des.networkaddress.cache.ttl=60',
    '-Des.networkaddress.cache.negative.ttl=10',
    '-Djava.awt.headless=true',
    '-Dfile.encoding=UTF-8',
    '-Djna.nosys=true',
    '-XX:-OmitStackTraceInFastThrow',
    '-Dio.netty.noUnsafe=true',
    '-Dio.netty.noKeySetOptimization=true',
    '-Dio.netty.recycler.maxCapacityPerThread=0',
    '-Dlog4j.shutdownHookEnabled=false',
    '-Dlog4j2.disable.jmx=true',
    '-Dlog4j2.formatMsgNoLookups=true',
    `-Djava.locale.providers=${major >= 23 ? 'CLDR' : 'SPI,COMPAT'}`,
    `-Dorg.apache.lucene.vectorization.upperJavaFeatureVersion=${major}`,
    '-Dorg.apache.lucene.store.MMapDirectory.sharedArenaMaxPermits=1',
    ...nativeAccess,
    ...(major >= 24 ? ['--illegal-native-access=deny'] : []),
  ];
}

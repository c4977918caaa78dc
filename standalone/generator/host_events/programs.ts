/** A program as endpoint sensors describe it. */
export interface Program {
  readonly name: string;
  readonly executable: string;
  readonly originalFileName?: string;
  readonly signer?: string;
}

const SYSTEM32 = 'C:\\Windows\\System32';
const MICROSOFT_WINDOWS = 'Microsoft Windows';
const MICROSOFT = 'Microsoft Corporation';

const program = (
  folder: string,
  name: string,
  signer?: string,
  originalFileName?: string
): Program => ({
  name,
  executable: `${folder}\\${name}`,
  originalFileName: originalFileName ?? name,
  signer,
});

const windowsProgram = (name: string): Program => program(SYSTEM32, name, MICROSOFT_WINDOWS);

export const EXPLORER = program('C:\\Windows', 'explorer.exe', MICROSOFT_WINDOWS);
export const SERVICES = windowsProgram('services.exe');
export const CMD = windowsProgram('cmd.exe');
export const MSIEXEC = windowsProgram('msiexec.exe');
export const WHOAMI = windowsProgram('whoami.exe');
export const NET = windowsProgram('net.exe');
export const NLTEST = windowsProgram('nltest.exe');
export const SYSTEMINFO = windowsProgram('systeminfo.exe');
export const CURL = windowsProgram('curl.exe');
export const EDGE = program(
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application',
  'msedge.exe',
  MICROSOFT
);
export const QUICK_ASSIST = program(
  'C:\\Program Files\\WindowsApps\\MicrosoftCorporationII.QuickAssist_2.0.36.0_x64__8wekyb3d8bbwe\\Microsoft.RemoteAssistance.QuickAssist',
  'QuickAssist.exe',
  MICROSOFT
);
export const TEAMVIEWER = program(
  'C:\\Program Files\\TeamViewer',
  'TeamViewer.exe',
  'TeamViewer Germany GmbH'
);
export const SCREENCONNECT_CLIENT = program(
  'C:\\Program Files (x86)\\ScreenConnect Client (4f1c2a9b)',
  'ScreenConnect.WindowsClient.exe',
  'Connectwise, LLC'
);
export const SCREENCONNECT_SERVICE = program(
  'C:\\Program Files (x86)\\ScreenConnect Client (4f1c2a9b)',
  'ScreenConnect.ClientService.exe',
  'Connectwise, LLC'
);

/** The portable client that a support page hands out, in the downloads folder of `account`. */
export const zohoAssist = (account: string): Program =>
  program(`C:\\Users\\${account}\\Downloads`, 'ZA_Connect.exe', 'ZOHO Corporation Private Limited');
export const winScp = (account: string): Program =>
  program(`C:\\Users\\${account}\\Downloads\\WinSCP`, 'WinSCP.exe', 'Martin Prikryl', 'winscp.exe');

/** What office computers start all day. */
export const OFFICE_PROGRAMS: readonly Program[] = [
  EDGE,
  program('C:\\Program Files\\Microsoft Office\\root\\Office16', 'OUTLOOK.EXE', MICROSOFT),
  program('C:\\Program Files\\Microsoft Office\\root\\Office16', 'EXCEL.EXE', MICROSOFT),
  program('C:\\Program Files\\Microsoft Office\\root\\Office16', 'WINWORD.EXE', MICROSOFT),
  program('C:\\Program Files\\WindowsApps\\MSTeams_24215.1007_x64', 'ms-teams.exe', MICROSOFT),
  program('C:\\Program Files\\7-Zip', '7zFM.exe'),
  windowsProgram('notepad.exe'),
  windowsProgram('conhost.exe'),
  windowsProgram('RuntimeBroker.exe'),
  windowsProgram('svchost.exe'),
];

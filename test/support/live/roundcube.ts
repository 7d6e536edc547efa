// Starts the real Roundcube webmail (PHP's own server) on the real Dovecot, both on loopback with a maildir of their own.
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { userInfo } from 'node:os';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { freePort, LiveToolMissing, needProgram, Stage, until } from './process.ts';

const run = promisify(execFile);
const INSTALLED = '/var/lib/roundcube';
const SHIPPED_CONFIG = '/etc/roundcube';
const SELF = userInfo();
/** Whose the mail files are: Dovecot refuses to read mail as root, so there it is Debian's `nobody`. */
const MAIL_OWNER = SELF.uid === 0 ? { uid: 65534, gid: 65534 } : { uid: SELF.uid, gid: SELF.gid };

export interface RoundcubeLogin {
  /** Login name and e-mail address at once. */
  address: string;
  password: string;
}

export interface LiveRoundcube {
  /** Login page and application, e.g. `http://127.0.0.1:41235/`. */
  url: string;
  /** `rep` is the sales rep whose panel is tested; `colleague` is a second account on the same server. */
  logins: { rep: RoundcubeLogin; colleague: RoundcubeLogin };
  /** Logs the rep in, or another account, and waits for the list. */
  logIn(page: Page, account?: RoundcubeLogin): Promise<void>;
  /** Puts a message in a folder (`INBOX`, `Sent`, …) of the rep or of another account; it is there for the next list. */
  deliver(mailbox: string, eml: string, account?: RoundcubeLogin): Promise<void>;
  /** Dovecot's own log: who logged in from where, and what was read. Proof that a real server answered. */
  imapLogPath: string;
  /** Roundcube's record of every IMAP command it sent and every answer. */
  imapDialoguePath: string;
  versions: { roundcube: string; dovecot: string; php: string };
  stop(): Promise<void>;
}

/** What is not installed for startRoundcube, one line each; empty when it can start. */
function missingForRoundcube(): string[] {
  const missing = ['php', 'dovecot'].filter((name) => {
    try {
      needProgram(name);
      return false;
    } catch {
      return true;
    }
  });
  if (!existsSync(`${INSTALLED}/index.php`)) missing.push('roundcube');
  return missing.map((name) => `${name} is not installed: run scripts/install-test-tools.sh`);
}

export async function startRoundcube(): Promise<LiveRoundcube> {
  const missing = missingForRoundcube();
  if (missing.length > 0) throw new LiveToolMissing(missing.join('\n'));
  const stage = new Stage('roundcube');
  try {
    return await start(stage);
  } catch (error) {
    await stage.stop();
    throw error;
  }
}

async function start(stage: Stage): Promise<LiveRoundcube> {
  const php = needProgram('php');
  const dovecot = needProgram('dovecot');
  const password = randomBytes(12).toString('hex');
  const logins = {
    rep: { address: 'rep@shop.example', password },
    colleague: { address: 'colleague@shop.example', password },
  };
  const [imapPort, httpPort] = [await freePort(), await freePort()];

  // Dovecot's mail processes give up root, so they must be able to walk into the scratch folder.
  chmodSync(stage.folder, 0o711);
  const mailHome = (account: RoundcubeLogin) => stage.path('mail', account.address);
  const makeMailFolder = (path: string) => {
    mkdirSync(path, { recursive: true });
    chownSync(path, MAIL_OWNER.uid, MAIL_OWNER.gid);
  };
  for (const account of Object.values(logins)) makeMailFolder(mailHome(account));
  const imapLogPath = stage.path('imap.log');
  const imapConfig = stage.path('dovecot.conf');
  writeFileSync(imapConfig, dovecotConfig(stage, imapPort, password, imapLogPath));
  const imap = stage.spawn('dovecot', dovecot, ['-c', imapConfig, '-F']);

  const configFolder = stage.path('config');
  for (const folder of ['config', 'logs', 'temp', 'sessions']) mkdirSync(stage.path(folder), { recursive: true });
  for (const file of ['defaults.inc.php', 'mimetypes.php']) {
    copyFileSync(`${SHIPPED_CONFIG}/${file}`, `${configFolder}/${file}`);
  }
  writeFileSync(`${configFolder}/config.inc.php`, roundcubeConfig(stage, imapPort));
  await run(php, ['-r', MAKE_DATABASE, stage.path('roundcube.db'), `${INSTALLED}/SQL/sqlite.initial.sql`]);
  const settings = ['display_errors=0', `session.save_path=${stage.path('sessions')}`].flatMap((one) => ['-d', one]);
  const web = stage.spawn('php', php, [...settings, '-S', `127.0.0.1:${httpPort}`, '-t', INSTALLED], {
    ROUNDCUBE_CONFIG_DIR: configFolder,
    PHP_CLI_SERVER_WORKERS: '4',
  });
  await Promise.all([stage.listening(imap, imapPort), stage.listening(web, httpPort)]);
  const url = `http://127.0.0.1:${httpPort}/`;
  await until('Roundcube to answer with its login form', async () => {
    const answer = await fetch(url);
    return answer.ok && (await answer.text()).includes('name="_user"');
  });

  let delivered = 0;
  return {
    url,
    logins,
    imapLogPath,
    imapDialoguePath: stage.path('logs', 'imap.log'),
    versions: await versions(php, dovecot),
    async logIn(page, account = logins.rep) {
      await page.goto(url);
      await page.fill('[name=_user]', account.address);
      await page.fill('[name=_pass]', account.password);
      await page.press('[name=_pass]', 'Enter');
      try {
        await page.waitForSelector('#messagelist');
      } catch (cause) {
        // biome-ignore lint/performance/useDomNodeTextContent: what is drawn counts, not what is in the tree
        const shown = (await page.innerText('body')).trim().slice(0, 500);
        throw new Error(`Roundcube let nobody in; ${page.url()} shows: ${shown}\n${stage.logEnd('php')}`, { cause });
      }
    },
    async deliver(mailbox, eml, account = logins.rep) {
      const inbox = `${mailHome(account)}/Maildir`;
      const folder = mailbox === 'INBOX' ? inbox : `${inbox}/.${mailbox}`;
      for (const path of [inbox, folder, `${folder}/cur`, `${folder}/new`, `${folder}/tmp`]) makeMailFolder(path);
      delivered += 1;
      const name = `${Math.floor(Date.now() / 1000)}.M${delivered}P${process.pid}.live`;
      writeFileSync(`${folder}/tmp/${name}`, eml.replace(/\r?\n/g, '\r\n'));
      chownSync(`${folder}/tmp/${name}`, MAIL_OWNER.uid, MAIL_OWNER.gid);
      // Appearing by rename is what makes a maildir delivery atomic.
      renameSync(`${folder}/tmp/${name}`, `${folder}/new/${name}`);
    },
    stop: () => stage.stop(),
  };
}

/** Dovecot wants two unprivileged users when root starts it, and nothing but itself when a plain user does. */
function dovecotConfig(stage: Stage, port: number, password: string, logPath: string): string {
  const internal = SELF.uid === 0 ? 'nobody' : SELF.username;
  return `
protocols = imap
listen = 127.0.0.1
base_dir = ${stage.path('dovecot')}
state_dir = ${stage.path('dovecot-state')}
log_path = ${logPath}
auth_verbose = yes
mail_debug = yes
ssl = no
disable_plaintext_auth = no
default_internal_user = ${internal}
default_internal_group = ${SELF.uid === 0 ? 'nogroup' : groupName(SELF.gid)}
default_login_user = ${internal}
first_valid_uid = 1
mail_location = maildir:~/Maildir
passdb {
  driver = static
  args = password=${password}
}
userdb {
  driver = static
  args = uid=${MAIL_OWNER.uid} gid=${MAIL_OWNER.gid} home=${stage.path('mail')}/%u
}
namespace inbox {
  inbox = yes
  mailbox Sent {
    auto = subscribe
    special_use = \\Sent
  }
  mailbox Drafts {
    auto = subscribe
    special_use = \\Drafts
  }
  mailbox Trash {
    auto = subscribe
    special_use = \\Trash
  }
}
service imap-login {
  chroot =
  inet_listener imap {
    address = 127.0.0.1
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
service anvil {
  chroot =
}
service stats {
  chroot =
}
`;
}

function groupName(gid: number): string {
  const line = readFileSync('/etc/group', 'utf8')
    .split('\n')
    .find((entry) => entry.split(':')[2] === String(gid));
  return line?.split(':')[0] ?? 'nogroup';
}

function roundcubeConfig(stage: Stage, imapPort: number): string {
  return `<?php
$config = [];
$config['db_dsnw'] = 'sqlite:///${stage.path('roundcube.db')}?mode=0600';
$config['imap_host'] = '127.0.0.1:${imapPort}';
$config['smtp_host'] = '127.0.0.1:9';
$config['des_key'] = '${randomBytes(12).toString('hex')}';
$config['log_driver'] = 'file';
$config['log_dir'] = '${stage.path('logs')}/';
$config['temp_dir'] = '${stage.path('temp')}/';
$config['imap_debug'] = true;
$config['plugins'] = [];
$config['skin'] = 'elastic';
$config['language'] = 'en_US';
$config['timezone'] = 'UTC';
$config['enable_spellcheck'] = false;
$config['session_storage'] = 'php';
$config['session_lifetime'] = 60;
$config['layout'] = 'widescreen';
$config['refresh_interval'] = 60;
$config['min_refresh_interval'] = 1;
`;
}

const MAKE_DATABASE =
  '$d = new PDO("sqlite:" . $argv[1]); $d->setAttribute(PDO::ATTR_ERRMODE, PDO::ERRMODE_EXCEPTION); $d->exec(file_get_contents($argv[2])); chmod($argv[1], 0600);';

async function versions(php: string, dovecot: string): Promise<LiveRoundcube['versions']> {
  const [phpVersion, imapVersion, webVersion] = await Promise.all([
    run(php, ['-r', 'echo PHP_VERSION;']),
    run(dovecot, ['--version']),
    run(php, [
      '-r',
      `preg_match("/RCMAIL_VERSION', '([^']+)/", file_get_contents("${INSTALLED}/program/include/iniset.php"), $m); echo $m[1] ?? "unknown";`,
    ]),
  ]);
  return {
    php: phpVersion.stdout.trim(),
    dovecot: imapVersion.stdout.trim().split(' ')[0] ?? '',
    roundcube: webVersion.stdout.trim(),
  };
}

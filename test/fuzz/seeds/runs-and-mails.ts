/** What an iTop and those who feed it leave behind: import files, runs, logs, mails that were sent. */
import type { Seeds } from "./seed.ts";

export const RUNS_AND_MAILS: Seeds = {
  "imports/tenants.csv": {
    reads: "import-file",
    content:
      'primary_key;email;phone;org_id\nK-1;m.keller@lindenhof.example;"+49 30\n1234567";3\nK-2;j.brandt@lindenhof.example;;3\n',
  },
  "imports/last-run.html": {
    reads: "synchro-run",
    content: `<p># Import phase<br/>
0: Update entry, reconciliation: 'primary_key = K-1'<br/>
#Data Source: 4<br/>
#Synchronize: 1<br/>
#Class: Person<br/>
#Data Lines: 2<br/>
#Columns: primary_key, email, phone, org_id<br/>
#Simulate: 0<br/>
#Objects created: 2 (0 warnings)</p>
`,
  },
  "imports/cron.txt": {
    reads: "synchro-run",
    content: "Working on Tenant register (id=4)...\nReplicas: 2\nWorking on Other (id=5)...\nReplicas: 0\n",
  },
  "log/error.log": {
    reads: "log-file",
    content: `2026-03-01 08:00:00 | Error   | 4     | Query failed: INSERT INTO \`person\` (\`phone\`) VALUES ('+49 30 1234567') | IssueLog |||
array (
  'auth_pwd' => 'Rosengarten',
  'email' => 'm.keller@lindenhof.example',
)
2026-03-02 09:00:00 | Warning |       | Something
over two lines | deprecated-php-method |||
2026-02-28 07:00:00 | Info    | 4     | Setup done |  |||
`,
  },
  "log/setup.log.gz": {
    reads: "log-file",
    content: {
      gzip: "2026-01-05 10:00:00 | Info    |       | Module lindenhof-rent | SetupLog |||\n2026-01-05 10:00:01 | Ok      |       | UPDATE `person` SET `status` = 'active' | SetupLog |||\n",
    },
  },
  "mails/request.eml": {
    reads: "sent-mail",
    content: [
      "Message-ID: <iTop_UserRequest_7_1795311096.066719@lindenhof-production.openitop.org>",
      "References: <iTop_UserRequest_7@lindenhof-production.openitop.org>",
      'To: "Keller, Mara" <m.keller@lindenhof.example>, Caretakers: a@hauswerk.example, b@hauswerk.example;',
      "Cc: =?UTF-8?Q?J=C3=B6rg_Brandt?= <j.brandt@lindenhof.example>",
      "Subject: =?UTF-8?B?V2Fzc2VyaGFobg==?=\r\n =?ISO-8859-1?Q?tropft?=",
      "Date: Sun, 01 Mar 2026 08:00:00 +0100",
      "MIME-Version: 1.0",
      "Content-Type: multipart/mixed; boundary=\"outer=_1\"; charset*=utf-8'en'x",
      "",
      "--outer=_1",
      "Content-Type: multipart/alternative; boundary=inner",
      "",
      "--inner",
      "Content-Type: text/plain; charset=utf-8; format=flowed",
      "Content-Transfer-Encoding: quoted-printable",
      "",
      "The tap drips=\r\n =E2=80=94 still",
      "--inner",
      "Content-Type: text/html",
      "Content-Transfer-Encoding: base64",
      "",
      "PHA+VGhlIHRhcDwvcD4=",
      "--inner--",
      "--outer=_1",
      "Content-Type: message/rfc822",
      'Content-Disposition: attachment; filename*0="re"; filename*1="ply.eml"',
      "",
      "Subject: The reply",
      "",
      "Soon",
      "--outer=_1",
      "Content-Type: text/calendar; method=REQUEST",
      "",
      "BEGIN:VCALENDAR",
      "--outer=_1--",
      "",
    ].join("\r\n"),
  },
};

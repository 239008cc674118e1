/** Capitalised words of service desk texts that are nobody: products, makers, departments, days, headings. */
const WORDS = `
  windows office outlook excel word powerpoint teams sharepoint onedrive azure intune exchange microsoft dell latitude optiplex precision
  lenovo thinkpad thinkcentre apple iphone ipad macbook imac samsung galaxy android google chrome firefox safari edge adobe acrobat reader
  photoshop cisco webex anyconnect juniper fortinet citrix vmware horizon oracle java linux ubuntu debian redhat suse sap hana jira confluence
  atlassian slack zoom skype servicenow ivanti itop combodo deskpro zendesk salesforce dynamics kerberos active directory exchange server
  epson canon brother xerox ricoh kyocera hp laserjet elitebook probook zebra honeywell logitech plantronics jabra poly polycom avaya mitel
  bitlocker defender symantec mcafee sophos veeam acronis kaspersky docker kubernetes github gitlab jenkins python wordpress mysql postgres
  sqlserver intel nvidia amd core xeon visa mastercard paypal amazon facebook twitter linkedin instagram whatsapp
  monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december
  montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar märz mai juni juli oktober dezember
  lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril juin juillet août septembre octobre novembre décembre
  lunes martes miércoles jueves viernes sábado domingo enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
  support helpdesk helpline desk service team department abteilung equipe équipe group gruppe sales marketing finance human resources customer kunde
  madam sir team all everyone colleagues user users client caller customer please thanks hello hi dear regards ticket incident request
  problem change error issue printer network server laptop computer phone email mail password account street road avenue city street company
  university hospital bank school church court building room floor kollegen damen herren tous toutes todos equipo zusammen
  the a an this that you your we our i he she it they what who how why when where yes no not
`;

export const NOT_NAMES: ReadonlySet<string> = new Set(WORDS.trim().split(/\s+/u));

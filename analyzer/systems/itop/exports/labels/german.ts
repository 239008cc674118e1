/** What an iTop in German calls the classes, attributes and codes of its definitions and logs: facts of 2.7 to 3.2. */

/** Form: see `label-facts.ts`. */
export const GERMAN = `
@id=ID (Primärer Schlüssel)
@friendlyname=Voller Name (Friendly Name)
@obsolescence_flag=Obsolet
@yes=Ja
@no=Nein
@date=Datum
@time=Zeit
SynchroDataSource = Synchronisations-Datenquelle
 name=Name; description=Beschreibung; user_id=Benutzer
 notify_contact_id=zu benachrichtigender Kontakt|Zu benachrichtigender Kontakt; scope_class=Ziel-Klasse
 database_table_name=Datenbanktabelle; scope_restriction=Anwendungsbereich
 full_load_periodicity=Intervall zwischen zwei vollständigen Reloads; delete_policy_update=Update-Regeln
 delete_policy_retention=Zeitraum bis zur endgültigen Löschung; url_icon=Hyperlink zum Icon
 url_application=Hyperlink zur Applikation; attribute_list=Liste der Attribute
 status=Status -> implementation=Implementation; obsolete=Obsolet; production=Produktion
 reconciliation_policy=Abgleichsvorgehen -> use_attributes=Attribute benutzen; use_primary_key=Feld primary_key benutzen
 action_on_zero=Verhalten bei keinen Treffern -> create=Erzeugen; error=Fehler
 action_on_one=Verhalten bei einem Treffer -> error=Fehler; update=Update
 action_on_multiple=Verhalten bei vielen Treffern -> create=Erzeugen; error=Fehler; take_first=ersten Treffer benutzen|Ersten Treffer benutzen
 delete_policy=Löschungs-Policy|Löschrichtlinie -> delete=Löschen; ignore=Ignorieren; update=Update; update_then_delete=Update, danach Löschen
 user_delete_policy=zugelassene Benutzer|Zugelassene Benutzer -> administrators=nur Administratoren|Nur Administratoren; everybody=Jeder darf solche Objekte löschen; nobody=Niemand
SynchroAttribute = Synchronisations-Attribut
 sync_source_id=Synchronisations-Datenquelle; attcode=Attributs-Code; update=Update; reconcile=Abgleich
 finalclass=Klasse
 update_policy=Update Policy -> master_locked=gesperrt|Gesperrt; master_unlocked=entsperrt|Entsperrt; write_if_empty=Initialisieren falls leer|Initialisieren, falls leer
SynchroAttExtKey = Synchronisations-Attribut (Externer Schlüssel)
 reconciliation_attcode=Abgleichsattribut
SynchroAttLinkSet = Synchronisations-Attribut (Linkset)
 row_separator=Reihen-Trenner; attribute_separator=Attributs-Trenner
SynchroLog = Synchronisations-Protokoll
 sync_source_id=Synchronisations-Datenquelle; start_date=Anfangsdatum; end_date=Enddatum
 last_error=Letzter Fehler
 status=Status -> completed=vervollständigt; error=Fehler; running=noch in Betrieb
SynchroReplica = Synchronisations-Replica
 sync_source_id=Synchronisations-Datenquelle; dest_id=Ziel-Objekt (ID); dest_class=Ziel-Typ
 status_last_seen=Zuletzt gesehen; status_last_error=Letzter Fehler; info_creation_date=Erzeugungs-Datum
 info_last_modified=Datum der letzten Modifikation
 status=Status -> modified=Modifiziert; new=Neu; obsolete=Obsolet; orphan=Verwaist; synchronized=Synchronisiert
Trigger = Trigger
 description=Beschreibung; action_list=Verbundene Trigger-Aktionen; finalclass=Typ; context=Context|Kontext
 complement=Zusätzliche Informationen
 subscription_policy=Abonnementrichtlinie -> allow_no_channel=Vollständige Abmeldung erlauben; force_all_channels=Abmeldung verweigern; force_at_least_one_channel=Mindestens einen Kanal erzwingen (Nachricht oder E-Mail)
TriggerOnObject = Trigger (klassenunabhängig)
 target_class=Zielklasse; filter=Filter
TriggerOnObjectUpdate = Trigger (bei Objektanpassung)
 target_attcodes=Ziel-Felder
TriggerOnObjectMention = Trigger (bei Objekterwähnung)
 mentioned_filter=Filter für Objekterwähnung
TriggerOnStateChange = Trigger (bei Statusänderung)
 state=Status
TriggerOnThresholdReached = Trigger (bei Schwellenwert)
 stop_watch_code=Uhr stoppen; threshold_index=Schwellenwert
TriggerOnObjectCreate = Trigger (bei Objekterstellung)
TriggerOnObjectDelete = Trigger (bei Objektlöschung)
TriggerOnPortalUpdate = Trigger (bei Update aus dem Portal)
TriggerOnStateEnter = Trigger (beim Eintritt eines Status)
TriggerOnStateLeave = Trigger (beim Verlassen eines Status)
TriggerOnAttributeBlobDownload = Trigger (beim Herunterladen einer Datei eines Objekts)
TriggerOnAttachmentDownload = Trigger (beim Herunterladen eines Attachment eines Objekts)
Action = Benutzerdefinierte Aktion
 name=Name; description=Beschreibung; trigger_list=Zugehörige Trigger; finalclass=Typ
 status=Status -> test=Wird getestet; enabled=Im Einsatz; disabled=Inaktiv
ActionNotification = Benachrichtigung
 asynchronous=Asynchron -> use_global_setting=Globale Einstellung verwenden; yes=Ja; no=Nein
ActionEmail = Email-Benachrichtigung | E-Mail-Benachrichtigung | Benachrichtigung via E-mail
 test_recipient=Testempfänger; from=Von|Von (E-Mail); from_label=Von (Label)
 reply_to=Antworten an|Antworten an (E-Mail); reply_to_label=Antworten an (Label); to=An; cc=Kopie an
 bcc=Blindkopie (BCC); subject=Betreff; body=Inhalt der Nachricht|Nachricht; html_template=HTML-Template
 importance=Priorität -> low=niedrig; normal=normal; high=hoch
 ignore_notify=Ignorieren des Benachrichtigen-Flags -> no=Nein; yes=Ja
ActionNewsroom = Benachrichtigung durch Newsroom
 title=Titel; message=Nachricht; icon=Icon; url=URL; recipients=Empfänger; test_recipient_id=Testempfänger
 priority=Priorität -> 1=Kritisch; 2=Dringend; 3=Wichtig; 4=Standard
lnkTriggerAction = Aktion/Trigger
 action_id=Aktion; action_name=Aktion; trigger_id=Trigger; trigger_name=Trigger; order=Reihenfolge
User = Benutzer
 contactid=Kontakt (Person); last_name=Nachname; first_name=Vorname; email=Email-Adresse|E-Mail-Adresse
 org_id=Organisation; login=Login; language=Sprache; profile_list=Profile
 allowed_org_list=Erlaubte Organisationen; log=origin; finalclass=Typ des Benutzerkontos
 status=Status -> enabled=Aktiv; disabled=Inaktiv
UserInternal = Interner Benutzer
UserLocal = iTop-Benutzer
 password=Passwort; password_renewed_date=Passworterneuerung|Letzte Passworterneuerung
 expiration=Passwortablauf -> can_expire=kann ablaufen; never_expire=Läuft nie ab|läuft nie ab; force_expire=abgelaufen; otp_expire=einmaliges Passwort
UserLDAP = LDAP-Benutzer
 ldap_server=LDAP-Server
UserExternal = Externer Benutzer
UserToken = 
URP_Profiles = Profile
 name=Name; description=Beschreibung; user_list=Benutzer
URP_UserProfile = Benutzerprofil
 userid=Benutzer; userlogin=Login; profileid=Profile; profile=Profil; reason=Begründung
URP_UserOrg = Benutzerorganisationen
 userid=User; userlogin=Login; allowed_org_id=Organisation; allowed_org_name=Organisation; reason=Begründung
Event = Log Event
 message=Nachricht; date=Datum; userinfo=Benutzer-Information; finalclass=Typ
EventNotification = Notification Event | Gesendete Benachrichtigung
 trigger_id=Trigger; action_id=Aktion; object_id=Objekt-ID
EventNotificationEmail = Email Emission Event | E-Mail Emission Event | Gesendete E-Mail-Benachrichtigung
 to=An; cc=Kopie an; bcc=Blindkopie (BCC); from=Von; subject=Betreff; body=Inhalt der Nachricht
 attachments=Anhänge
EventNotificationNewsroom = Gesendete Newsroom-Benachrichtigung
 title=Titel; icon=Icon; url=URL; read_date=Lese Datum; contact_id=Kontakt
 priority=Priorität -> 1=Kritisch; 2=Dringend; 3=Wichtig; 4=Standard
 read=Lesen -> no=Nein; yes=Ja
EventRestService = REST/JSON Call
 operation=Operation; version=Version; json_input=Eingabe; code=Ergebniscode; json_output=Antwort
 provider=Provider
EventWebService = Web Service Event
 verb=Verb; result=Ergebnis; log_info=Informations-Protokollierung|Informationsprotokollierung
 log_warning=Warnungs-Protokollierung|Warnungsprotokollierung
 log_error=Fehler-Protokollierung|Fehlerprotokollierung; data=Daten
EventIssue = Issue Event
 issue=Issue; impact=Auswirkungen; page=Seite
EventLoginUsage = Login Verwendung
 user_id=Login; contact_name=Benutzername; contact_email=Benutzer-Mailadresse
CMDBChange = Change
 date=Datum; userinfo=Sonstige Informationen
 origin=origin -> interactive=Benutzerinteraktion via GUI; csv-import.php=CSV Import Skript; csv-interactive=CSV Import via GUI; email-processing=E-Mailverarbeitung; synchro-data-source=Synchronisationsdatenquelle; webservice-rest=REST/JSON Webservices; webservice-soap=SOAP Webservices; custom-extension=Durch eine Extension
CMDBChangeOp = Change-Operation
 change=Change; date=Datum; userinfo=Benutzer; objclass=Objektklasse; objkey=Objekt-ID; finalclass=Typ
Query = Query
 name=Name; description=Beschreibung
 is_template=Template für OQL-Felder -> yes=ja; no=nein
QueryOQL = OQL Abfrage
 oql=Ausdruck
AuditCategory = Audit-Kategorie
 name=Kategorienname|Kategoriename; description=Beschreibung der Audit-Kategorien
 definition_set=Definition Set; rules_list=Audit-Regeln
AuditRule = Audit-Regel
 name=Regelname; description=Beschreibung der Audit-Regel; query=Durchzuführende Abfrage
 category_id=Kategorie
 valid_flag=Gültiges Objekt? -> true=true; false=false
classes
 ApplicationSolution=Anwendungslösung; BusinessProcess=Business-Prozess; Change=Change
 ConnectableCI=Verknüpfbares CI; Contact=Kontakt; ContactType=Kontakttyp; Contract=Vertrag
 CustomerContract=Kundenvertrag; DBServer=DB Server; DatabaseSchema=Datenbank-Schema
 DeliveryModel=Delivery-Modell; Document=Dokument; DocumentFile=Dokument (Datei)
 DocumentNote=Dokument (Notiz); DocumentWeb=Dokument (Web); EmergencyChange=Emergency Change
 Enclosure=Enclosure; FAQ=FAQ; Farm=Farm; FunctionalCI=Funktionales CI; Group=Gruppe; Hypervisor=Hypervisor
 IPPhone=IP-Telefon; Incident=Incident; KnownError=Known Error; Licence=Lizenz; Location=Standort
 LogicalVolume=Logisches Volume; Middleware=Middleware; MiddlewareInstance=Middleware-Instanz
 MobilePhone=Mobiltelefon; Model=Modell; NAS=NAS; NASFileSystem=NAS-Dateisystem; NetworkDevice=Netzwerk-Gerät
 NormalChange=Normaler Change; OSFamily=OS-Familie; OSLicence=OS-Lizenz; OSVersion=OS-Version
 Organization=Organisation; OtherSoftware=Andere Software; PC=PC; PCSoftware=PC-Software; PDU=PDU
 Peripheral=Peripheriegerät; Person=Person; Phone=Telefon; PhysicalDevice=Physisches Gerät
 PowerSource=Stromquelle; Printer=Drucker; Problem=Problem; ProviderContract=Provider-Vertrag; Rack=Rack
 RoutineChange=Routine Change; SANSwitch=SAN-Switch; SLA=SLA; SLT=SLT; Server=Server; Service=Service
 ServiceFamily=Service-Familie; ServiceSubcategory=Service-Unterkategorien; Software=Software
 SoftwareInstance=Software-Instanz; SoftwareLicence=Software-Lizenz; StorageSystem=Storage-System
 Tablet=Tablet; TapeLibrary=Tape-Library; Team=Team; TelephonyCI=Telefonie-CI; Ticket=Ticket
 UserRequest=Benutzeranfrage; VLAN=VLAN; VirtualMachine=Virtuelle Maschine; WebApplication=Webapplikation
 WebServer=Web Server; WorkOrder=Arbeitsauftrag; lnkContactToContract=Verknüpfung Kontakt/Vertrag
 lnkContactToFunctionalCI=Verknüpfung Kontakt/FunctionalCI; lnkContactToService=Verknüpfung Kontakt/Service
 lnkContactToTicket=Verknüpfung Kontakt/Ticket; lnkPersonToTeam=Verknüpfung Person/Team
`;

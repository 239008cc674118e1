/** What an iTop in French calls the classes, attributes and codes of its definitions and logs: facts of 2.7 to 3.2. */

/** Form: see `label-facts.ts`. */
export const FRENCH = `
@id=id (Clef primaire)
@friendlyname=Nom complet
@obsolescence_flag=Obsolète
@yes=Oui
@no=Non
@date=date
@time=heure
SynchroDataSource = Source de données
 name=Nom; description=Description; user_id=Utilisateur; notify_contact_id=Contact à notifier
 scope_class=Type cible; database_table_name=Table de données; scope_restriction=Restriction
 full_load_periodicity=Obsolescence après; delete_policy_update=Mise à jour
 delete_policy_retention=Durée de rétention; url_icon=Icône (hyperlien)
 url_application=Application (hyperlien); attribute_list=Liste des champs
 status=Etat -> implementation=Implémentation; obsolete=Obsolete; production=Production
 reconciliation_policy=Politique de recherche -> use_attributes=Utiliser les champs; use_primary_key=Utiliser la clé primaire
 action_on_zero=Action si zéro -> create=Créer; error=Erreur
 action_on_one=Action si un -> error=Erreur; update=Mettre à jour
 action_on_multiple=Action si plusieurs -> create=Créer; error=Erreur; take_first=Prendre le premier
 delete_policy=Politique d'effacement -> delete=Effacer; ignore=Ignorer; update=Mettre à jour; update_then_delete=Mettre à jour puis effacer
 user_delete_policy=Utilisateurs autorisés -> administrators=Seulement les administrateurs; everybody=Tous les utilisateurs autorisés; nobody=Personne
SynchroAttribute = Champs de synchronisation
 sync_source_id=Source de données; attcode=Champ; update=Mise à jour; reconcile=Recherche; finalclass=Type
 update_policy=Politique de mise à jour -> master_locked=Maître (verrouillé); master_unlocked=Maître (non-verrouillé); write_if_empty=Ecrire si le champ est vide
SynchroAttExtKey = Synchro Clé Externe
 reconciliation_attcode=Champ
SynchroAttLinkSet = Synchro Linkset
 row_separator=Séparateur de colonnes; attribute_separator=Séparateur de champs
SynchroLog = Journal de Synchro
 sync_source_id=Source de données; start_date=Date/heure de début; end_date=Date/heure de fin
 last_error=Dernière erreur
 status=Etat -> completed=Terminé Ok; error=Erreur; running=En cours
SynchroReplica = Réplica de Synchronisation
 sync_source_id=Source de données; dest_id=Objet destination; dest_class=Type de l'objet
 status_last_seen=Dernière détection; status_last_error=Dernière erreur; info_creation_date=Date de création
 info_last_modified=Date de dernière modification
 status=Etat -> modified=Modifié; new=Nouveau; obsolete=Obsolete; orphan=Orphelin; synchronized=Synchronisé
Trigger = Déclencheur
 description=Description; action_list=Actions déclenchées; finalclass=Sous-classe de Déclencheur
 context=Contexte; complement=Information complémentaire
 subscription_policy=Politique d'abonnement -> allow_no_channel=Autoriser la désinscription de tous les canaux; force_all_channels=Interdire la désinscription; force_at_least_one_channel=Forcer la conservation d'un canal (News ou Email)
TriggerOnObject = Déclencheur sur modification de données
 target_class=Classe cible; filter=Filtre
TriggerOnObjectUpdate = Déclencheur sur la modification d'un objet
 target_attcodes=Attributs cible
TriggerOnObjectMention = Déclencheur sur mention d'objet
 mentioned_filter=Objets mentionnés
TriggerOnStateChange = Déclencheur sur changement d'état
 state=Etat
TriggerOnThresholdReached = Déclencheur sur dépassement de seuil
 stop_watch_code=Chronomètre; threshold_index=Seuil
TriggerOnObjectCreate = Déclencheur sur la création d'un objet
TriggerOnObjectDelete = Déclencheur sur la suppression d'un objet
TriggerOnPortalUpdate = Déclencheur sur mise à jour depuis le portail
TriggerOnStateEnter = Déclencheur sur un objet entrant dans un état
TriggerOnStateLeave = Déclencheur sur un objet quittant un état
TriggerOnAttributeBlobDownload = Déclencheur sur le téléchargement d'un document d'un objet
TriggerOnAttachmentDownload = Déclencheur sur le téléchargement d'une pièce jointe d'un objet
Action = Action
 name=Nom; description=Description; trigger_list=Déclencheurs liés; finalclass=Sous-classe d'Action
 status=Etat -> test=En test; enabled=En production; disabled=Inactive
ActionNotification = Action de notification
 language=Langue
 asynchronous=Asynchrone -> use_global_setting=Utiliser le paramétrage global; yes=Oui; no=Non
ActionEmail = Notification par mél
 test_recipient=Destinataire de test; from=De|De (mél); from_label=De (libellé)
 reply_to=Répondre à|Répondre à (mél); reply_to_label=Répondre à (libellé); to=A; cc=Copie; bcc=Copie Cachée
 subject=Sujet; body=Message; html_template=Modèle HTML
 importance=Importance -> low=Basse; normal=Normale; high=Haute
 ignore_notify=Ignorer la préférence 'Notification' -> no=Non; yes=Oui
ActionNewsroom = Notification par news
 title=Titre; message=Message; icon=Icône; url=URL; recipients=Destinataires
 test_recipient_id=Destinataire de test
 priority=Priorité -> 1=Critique; 2=Urgent; 3=Important; 4=Standard
lnkTriggerAction = Actions-Déclencheur
 action_id=Action; action_name=Nom de l'action; trigger_id=Déclencheur; trigger_name=Nom du déclencheur
 order=Ordre
User = Utilisateur
 contactid=Personne; last_name=Nom; first_name=Prénom; email=Adresse email|Adresse mél; org_id=Organisation
 login=Login; language=Langue; profile_list=Profils; allowed_org_list=Organisations permises; log=origin
 finalclass=Type de compte
 status=Etat -> enabled=Actif; disabled=Désactivé
UserInternal = Utilisateur interne
UserLocal = Utilisateur iTop
 password=Mot de passe; password_renewed_date=Mot de passe changé le
 expiration=Validité du mot de passe -> can_expire=à durée limitée|Durée limitée; never_expire=à validité permanente|Permanente; force_expire=à changer|A changer à la prochaine connexion; otp_expire=Usage unique
UserLDAP = Utilisateur LDAP
UserExternal = Utilisateur externe à iTop
UserToken = 
URP_Profiles = Profil
 name=Nom; description=Description; user_list=Utilisateurs
URP_UserProfile = Utilisateur/Profil
 userid=Utilisateur; userlogin=Login; profileid=Profil; profile=Profil; reason=Raison
URP_UserOrg = Utilisateur/Organisation
 userid=Utilisateur; userlogin=Login; allowed_org_id=Organisation; allowed_org_name=Organisation
 reason=Raison
Event = Evènement
 message=Message; date=Date; userinfo=Utilisateur; finalclass=Sous-classe d'Evènement|Sous-classe d'évènement
EventNotification = Notification envoyée
 trigger_id=Déclencheur; action_id=Action; object_id=Objet
EventNotificationEmail = Envoi d'Email | Mél envoyé
 to=A; cc=CC; bcc=BCC; from=De; subject=Sujet; body=Message; attachments=Pièces jointes
EventNotificationNewsroom = News envoyée
 title=Titre; icon=Icône; url=URL; read_date=Date de lecture; contact_id=Contact
 priority=Priorité -> 1=Critique; 2=Urgent; 3=Important; 4=Standard
 read=Lu -> no=Non; yes=Oui
EventRestService = Appel REST/JSON
 operation=Opération; version=Version; json_input=Données d'entrée; code=Code; json_output=Réponse
 provider=Fournisseur
EventWebService = Appel de webservice
 verb=Verbe; result=Résultat; log_info=Informations; log_warning=Avertissement; log_error=Erreurs
 data=Données
EventIssue = Erreur
 issue=Erreur; impact=Impact; page=Page Web
EventLoginUsage = Utilisation de l'application
 user_id=Login; contact_name=Nom de l'utilisateur; contact_email=Email
CMDBChange = Modification
 date=Date; userinfo=Autres informations
 origin=origin -> interactive=Action utilisateur dans l'IHM; csv-import.php=Script d'import CSV; csv-interactive=Import CSV dans l'IHM; email-processing=Traitement d'email; synchro-data-source=Source de données synchronisée; webservice-rest=Webservices REST/JSON; webservice-soap=Webservices SOAP; custom-extension=Par une extension
CMDBChangeOp = Operation de changement
 change=Modification; date=Date; userinfo=Utilisateur; objclass=Type d'objet; objkey=Clé; finalclass=Type
Query = Requête
 name=Nom; description=Description
 is_template=Base pour champ OQL -> yes=Oui; no=Non
QueryOQL = Requête OQL
 oql=Expression
AuditCategory = Catégorie d'audit
 name=Nom; description=Description; definition_set=Ensemble de définition|Périmètre
 rules_list=Règles d'audit
AuditRule = Règle d'audit
 name=Nom; description=Description; query=Requête; category_id=Catégorie
 valid_flag=Interprétation|Objets retournés : -> true=Objets valides|les objets valides; false=Objets incorrects|les objets invalides
classes
 ApplicationSolution=Solution applicative; BusinessProcess=Processus métier
 Change=Ticket de changement|Ticket de Changement; ConnectableCI=CI connecté; Contact=Contact
 ContactType=Type de contact; Contract=Contrat; CustomerContract=Contrat client
 DBServer=Serveur de base de données; DatabaseSchema=Instance de base de données
 DeliveryModel=Modèle de support; Document=Document; DocumentFile=Document Fichier
 DocumentNote=Document Note; DocumentWeb=Document Web
 EmergencyChange=Ticket de Changement d'Urgence|Changement urgent; Enclosure=Chassis; FAQ=FAQ; Farm=vCluster
 FunctionalCI=CI fonctionnel|CI Fonctionnel; Group=Groupe; Hypervisor=Hyperviseur; IPPhone=Téléphone IP
 Incident=Incident; KnownError=Erreur Connue; Licence=License; Location=Lieu; LogicalVolume=Volume logique
 Middleware=Middleware; MiddlewareInstance=Instance Middleware; MobilePhone=Téléphone mobile; Model=Modèle
 NAS=NAS; NASFileSystem=Système de fichier NAS; NetworkDevice=Equipement réseau
 NormalChange=Ticket de Changement Normal|Changement Normal; OSFamily=Famille OS; OSLicence=Licence OS
 OSVersion=Version OS; Organization=Organisation; OtherSoftware=Autre logiciel; PC=PC; PCSoftware=Logiciel PC
 PDU=PDU; Peripheral=Périphérique; Person=Personne; Phone=Téléphone; PhysicalDevice=Matériel physique
 PowerSource=Arrivée électrique; Printer=Imprimante; Problem=Problème; ProviderContract=Contrat fournisseur
 Rack=Rack; RoutineChange=Ticket de Changement de Routine|Changement de Routine; SANSwitch=Switch SAN
 SLA=Niveau de service; SLT=SLT; Server=Serveur; Service=Service; ServiceFamily=Famille de service
 ServiceSubcategory=Sous catégorie de service; Software=Logiciel; SoftwareInstance=Instance logiciel
 SoftwareLicence=Licence Logiciel; StorageSystem=Système de stockage; Tablet=Tablette
 TapeLibrary=Bandothèque; Team=Equipe; TelephonyCI=CI Téléphonie; Ticket=Ticket
 UserRequest=Demande Utilisateur; VLAN=VLAN; VirtualMachine=Machine virtuelle; WebApplication=Application Web
 WebServer=Serveur Web; WorkOrder=Tâche; lnkContactToContract=Lien Contact / Contrat
 lnkContactToFunctionalCI=Lien Contact / CI Fonctionel|Lien Contact / CI Fonctionnel
 lnkContactToService=Lien Contact / Service; lnkContactToTicket=Lien Contact / Ticket
 lnkPersonToTeam=Lien Personne / Equipe
`;

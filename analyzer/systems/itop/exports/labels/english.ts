/** What an iTop in English calls the classes, attributes and codes of its definitions and logs: facts of 2.7 to 3.2. */

/** Form: see `label-facts.ts`. */
export const ENGLISH = `
@id=id (Primary Key)
@friendlyname=Full name
@obsolescence_flag=Obsolete
@yes=Yes
@no=No
@date=date
@time=time
SynchroDataSource = Synchro Data Source
 name=Name; description=Description; user_id=User; notify_contact_id=Contact to notify
 scope_class=Target class; database_table_name=Data table; scope_restriction=Scope restriction
 full_load_periodicity=Full load interval; delete_policy_update=Update rules
 delete_policy_retention=Retention Duration; url_icon=Icon's hyperlink
 url_application=Application's hyperlink; attribute_list=Attributes List
 status=Status -> implementation=Implementation; obsolete=Obsolete; production=Production
 reconciliation_policy=Reconciliation policy -> use_attributes=Use the attributes; use_primary_key=Use the primary_key field
 action_on_zero=Action on zero -> create=Create; error=Error
 action_on_one=Action on one -> error=Error; update=Update
 action_on_multiple=Action on many -> create=Create; error=Error; take_first=Take the first one (random?)
 delete_policy=Delete Policy -> delete=Delete; ignore=Ignore; update=Update; update_then_delete=Update then Delete
 user_delete_policy=Users allowed -> administrators=Administrators only; everybody=Everybody allowed to delete such objects; nobody=Nobody
SynchroAttribute = Synchro Attribute
 sync_source_id=Synchro Data Source; sync_source_name=Synchro Data Source->Name; attcode=Attribute Code
 update=Update; reconcile=Reconcile; finalclass=Class
 update_policy=Update Policy -> master_locked=Locked; master_unlocked=Unlocked; write_if_empty=Initialize if empty
SynchroAttExtKey = Synchro Attribute (ExtKey)
 reconciliation_attcode=Reconciliation Attribute
SynchroAttLinkSet = Synchro Attribute (Linkset)
 row_separator=Rows separator; attribute_separator=Attributes separator; value_separator=value separator
 attribute_qualifier=attribute qualifier
SynchroLog = Synchr Log
 sync_source_id=Synchro Data Source; start_date=Start Date; end_date=End Date
 status_curr_job=status curr job; last_error=Last error
 status=Status -> completed=Completed; error=Error; running=Still Running
SynchroReplica = Synchro Replica
 sync_source_id=Synchro Data Source; dest_id=Destination object (ID); dest_class=Destination type
 status_last_seen=Last seen; status_last_error=Last Error; info_creation_date=Creation Date
 info_last_modified=Last Modified Date
 status=Status -> modified=Modified; new=New; obsolete=Obsolete; orphan=Orphan; synchronized=Synchronized
Trigger = Trigger
 description=Description; action_list=Triggered actions; finalclass=Trigger sub-class; context=Context
 complement=Additional information
 subscription_policy=Subscription policy -> allow_no_channel=Allow complete unsubscription; force_at_least_one_channel=Force at least one channel (News or Email); force_all_channels=Deny unsubscription
TriggerOnObject = Trigger (class dependent)
 target_class=Target class; filter=Filter
TriggerOnObjectUpdate = Trigger (on object update)
 target_attcodes=Target fields
TriggerOnObjectMention = Trigger (on object mention)
 mentioned_filter=Mentioned filter
TriggerOnStateChange = Trigger (on state change)
 state=State
TriggerOnThresholdReached = Trigger (on threshold)
 stop_watch_code=Stop watch; threshold_index=Threshold
TriggerOnObjectCreate = Trigger (on object creation)
TriggerOnObjectDelete = Trigger (on object deletion)
TriggerOnPortalUpdate = Trigger (when updated from the portal)
TriggerOnStateEnter = Trigger (on entering a state)
TriggerOnStateLeave = Trigger (on leaving a state)
TriggerOnAttributeBlobDownload = Trigger (on object's document download)
TriggerOnAttachmentDownload = Trigger (on object's attachment download)
Action = Custom Action | Action
 name=Name; description=Description; trigger_list=Related Triggers; finalclass=Action sub-class
 status=Status -> test=Being tested; enabled=In production; disabled=Inactive
ActionNotification = Notification Action
 language=Language
 asynchronous=Asynchronous -> use_global_setting=Use global setting; yes=Yes; no=No
ActionEmail = Email notification | Notification by Email
 test_recipient=Test recipient; from=From|From (email); from_label=From (label)
 reply_to=Reply to|Reply to (email); reply_to_label=Reply to (label); to=To; cc=Cc; bcc=Bcc; subject=Subject
 body=Body; html_template=HTML template
 importance=importance -> low=low|Low; normal=normal|Normal; high=high|High
 ignore_notify=Ignore the Notify flag -> no=No; yes=Yes
ActionNewsroom = Notification by Newsroom
 title=Title; message=Message; icon=Icon; url=URL; recipients=Recipients; test_recipient_id=Test recipient
 priority=Priority -> 1=Critical; 2=Urgent; 3=Important; 4=Standard
lnkTriggerAction = Action/Trigger
 action_id=Action; action_name=Action; trigger_id=Trigger; trigger_name=Trigger; order=Order
User = User
 contactid=Person; last_name=Last name; first_name=First name; email=Email; org_id=Organization; login=Login
 language=Language; profile_list=Profiles; allowed_org_list=Allowed Organizations; log=log
 finalclass=Type of account
 status=Status -> enabled=Enabled; disabled=Disabled
UserInternal = User Internal
 reset_pwd_token=reset pwd token
UserLocal = iTop user
 password=Password; password_renewed_date=Password renewal|Password renewed on
 expiration=Password expiration -> can_expire=Can expire; never_expire=Never expire; force_expire=Expired; otp_expire=One-time Password
UserLDAP = LDAP user
 ldap_server=ldap server
UserExternal = External user
UserToken = 
URP_Profiles = Profile
 name=Name; description=Description; user_list=Users
URP_UserProfile = User to profile
 userid=User; userlogin=Login; profileid=Profile; profile=Profile; reason=Reason
URP_UserOrg = User organizations
 userid=User; userlogin=Login; allowed_org_id=Organization; allowed_org_name=Organization; reason=Reason
Event = Log Event
 message=Message; date=Date; userinfo=User info; finalclass=Event sub-class
EventNotification = Notification event | Notification sent
 trigger_id=Trigger; action_id=action|Action; object_id=Object id
EventNotificationEmail = Email emission event | Email sent
 to=TO; cc=CC; bcc=BCC; from=From; subject=Subject; body=Body; attachments=Attachments
EventNotificationNewsroom = News sent
 title=Title; icon=Icon; url=URL; read_date=Read date; contact_id=Contact
 priority=Priority -> 1=Critical; 2=Urgent; 3=Important; 4=Standard
 read=Read -> no=No; yes=Yes
EventRestService = REST/JSON call
 operation=Operation; version=Version; json_input=Input; code=Code; json_output=Response; provider=Provider
EventWebService = Web service event
 verb=Verb; result=Result; log_info=Info log; log_warning=Warning log; log_error=Error log; data=Data
EventIssue = Issue event
 issue=Issue; impact=Impact; page=Page
EventLoginUsage = Login Usage
 user_id=Login; contact_name=User Name; contact_email=User Email
CMDBChange = Change
 date=date; userinfo=misc. info
 origin=origin -> interactive=User interaction in the GUI; csv-import.php=CSV import script; csv-interactive=CSV import in the GUI; email-processing=Email processing; synchro-data-source=Synchro. data source; webservice-rest=REST/JSON webservices; webservice-soap=SOAP webservices; custom-extension=By an extension
CMDBChangeOp = Change Operation
 change=change; date=date; userinfo=user; objclass=object class; objkey=object id
 finalclass=CMDBChangeOp sub-class
Query = Query
 name=Name; description=Description
 is_template=Template for OQL fields -> yes=Yes; no=No
QueryOQL = OQL Query
 oql=Expression
AuditCategory = Audit Category
 name=Category Name; description=Audit Category Description|Description
 definition_set=Definition Set|Object scope; rules_list=Audit Rules|Audit rules
AuditRule = Audit Rule
 name=Rule Name|Rule name; description=Audit Rule Description|Description; query=Query to Run|Query to run
 category_id=Category
 valid_flag=Valid objects?|Returned objects: -> true=true|Valid objects; false=false|Invalid objects
classes
 ApplicationSolution=Application Solution; BusinessProcess=Business Process; Change=Change
 ConnectableCI=Connectable CI; Contact=Contact; ContactType=Contact Type; Contract=Contract
 CustomerContract=Customer Contract; DBServer=DB Server; DatabaseSchema=Database Schema
 DeliveryModel=Delivery Model; Document=Document; DocumentFile=Document File; DocumentNote=Document Note
 DocumentWeb=Document Web; EmergencyChange=Emergency Change; Enclosure=Enclosure; FAQ=FAQ; Farm=Farm
 FunctionalCI=Functional CI; Group=Group; Hypervisor=Hypervisor; IPPhone=IP Phone; Incident=Incident
 KnownError=Known Error; Licence=License; Location=Location; LogicalVolume=Logical Volume
 Middleware=Middleware; MiddlewareInstance=Middleware Instance; MobilePhone=Mobile Phone; Model=Model
 NAS=NAS; NASFileSystem=NAS File System; NetworkDevice=Network Device; NormalChange=Normal Change
 OSFamily=OS Family; OSLicence=OS License; OSVersion=OS Version; Organization=Organization
 OtherSoftware=Other Software; PC=PC; PCSoftware=PC Software; PDU=PDU; Peripheral=Peripheral; Person=Person
 Phone=Phone; PhysicalDevice=Physical Device; PowerSource=Power Source; Printer=Printer; Problem=Problem
 ProviderContract=Provider Contract; Rack=Rack; RoutineChange=Routine Change; SANSwitch=SAN Switch; SLA=SLA
 SLT=SLT; Server=Server; Service=Service; ServiceFamily=Service Family
 ServiceSubcategory=Service Subcategory; Software=Software; SoftwareInstance=Software Instance
 SoftwareLicence=Software License; StorageSystem=Storage System; Tablet=Tablet; TapeLibrary=Tape Library
 Team=Team; TelephonyCI=Telephony CI; Ticket=Ticket; UserRequest=User Request; VLAN=VLAN
 VirtualMachine=Virtual Machine; WebApplication=Web Application; WebServer=Web server; WorkOrder=Work Order
 lnkContactToContract=Link Contact / Contract; lnkContactToFunctionalCI=Link Contact / FunctionalCI
 lnkContactToService=Link Contact / Service; lnkContactToTicket=Link Contact / Ticket
 lnkPersonToTeam=Link Person / Team
`;

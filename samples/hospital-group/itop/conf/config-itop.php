<?php

/**
 * Configuration of the Tilleuls Hospital Group's iTop.
 */
$MySettings = array(
	'access_mode' => 3,
	'allowed_login_types' => 'form|external|basic',
	'app_root_url' => 'https://itop.tilleuls.example/',
	'db_host' => 'db.tilleuls.example',
	'db_name' => 'itop',
	'db_pwd' => 'not-the-real-one',
	'db_tls.enabled' => false,
	'db_user' => 'itop',
	'email_transport' => 'SMTP',
	'email_transport_smtp.host' => 'mail.tilleuls.example',
	'email_transport_smtp.encryption' => 'tls',
	'email_validation_pattern' => '[a-zA-Z0-9._&\'-]+@[a-zA-Z0-9.-]+\\.[a-zA-Z0-9-]{2,}',
	'encryption_key' => 'not-the-real-one-either',
	'log_notification' => true,
	// Switched on for an audit in March, and still on.
	'log_rest_service' => true,
	'log_usage' => true,
	'log_purge.enabled' => true,
	'log_purge.max_keep_days' => 90,
	'secure_rest_services' => true,
	'synchro_trace' => 'none',
	'timezone' => 'Europe/Paris',
	// A forgotten line: PHP takes the last one.
	'synchro_trace' => 'save',
);

$MyModuleSettings = array(
	'itop-attachments' => array(
		'allowed_classes' => array('Ticket'),
	),
	'itop-backup' => array(
		'retention_count' => 30,
		'enabled' => true,
	),
	'authent-ldap' => array(
		'host' => 'ldap.tilleuls.example',
		'port' => 389,
		'start_tls' => false,
		'default_user' => 'cn=itop,dc=tilleuls,dc=example',
		'default_pwd' => 'not-the-real-one',
	),
);

$MyModules = array(
	'addons' => array(
		'user rights' => 'addons/userrights/userrightsprofile.class.inc.php',
	),
);

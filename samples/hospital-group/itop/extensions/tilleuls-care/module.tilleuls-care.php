<?php
// Devices, visitors and the on-call list of the two clinics.
SetupWebPage::AddModule(
	__FILE__,
	'tilleuls-care/2.0.1',
	array(
		'label' => 'Tilleuls: clinics',
		'category' => 'business',
		'dependencies' => array('itop-config-mgmt/3.2.0', 'itop-structure/3.2.0'),
		'mandatory' => false,
		'visible' => true,
		'datamodel' => array('model.tilleuls-care.php'),
		'webservice' => array(),
		'data.struct' => array(),
		'data.sample' => array(),
		'doc.manual_setup' => '',
		'doc.more_information' => '',
		'settings' => array(),
	)
);

<?php
// Human resources fields on Person, for the group's head office.
SetupWebPage::AddModule(
	__FILE__,
	'tilleuls-hr/1.4.0',
	array(
		'label' => 'Tilleuls: human resources on Person',
		'category' => 'business',
		'dependencies' => array('itop-structure/3.2.0', 'itop-request-mgmt/3.2.0||itop-request-mgmt-itil/3.2.0'),
		'mandatory' => false,
		'visible' => true,
		'datamodel' => array('model.tilleuls-hr.php'),
		'webservice' => array(),
		'data.struct' => array(),
		'data.sample' => array(),
		'doc.manual_setup' => '',
		'doc.more_information' => '',
		'settings' => array(),
	)
);

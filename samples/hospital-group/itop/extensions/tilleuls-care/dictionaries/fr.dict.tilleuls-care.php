<?php
Dict::Add('FR FR', 'French', 'Français', array(
	'Class:BedsideTerminal' => 'Terminal de chevet',
	'Class:BedsideTerminal/Attribute:health_status' => 'État de santé de l\'appareil',
	'Class:BedsideTerminal/Attribute:capacity' => 'Capacité de stockage (Go)',
	'Class:VisitorBadge' => 'Badge visiteur',
	'Class:VisitorBadge/Attribute:visitor_name' => 'Nom du visiteur',
	'Class:VisitorBadge/Attribute:visit_reason' => 'Motif de la visite',
	'Class:OnCallDuty' => 'Astreinte',
	'Class:OnCallDuty/Attribute:last_name' => 'Nom',
	'Class:OnCallDuty/Attribute:first_name' => 'Prénom',
	'Class:OnCallDuty/Attribute:private_phone' => 'Téléphone privé',
));

<?php
Dict::Add('FR FR', 'French', 'Français', array(
	'Class:Person/Attribute:payroll_number' => 'Numéro de paie',
	'Class:Person/Attribute:staff_number' => 'Matricule',
	'Class:Person/Attribute:birth_date' => 'Date de naissance',
	'Class:Person/Attribute:national_id' => 'Numéro de sécurité sociale',
	'Class:Person/Attribute:iban' => 'Compte bancaire (IBAN)',
	'Class:Person/Attribute:emergency_contact' => 'Personne à prévenir',
	'Class:Person/Attribute:health_restrictions' => 'Restrictions médicales',
	'Class:Person/Attribute:health_file_reference' => 'Référence du dossier médical',
	'Class:Person/Attribute:union_membership' => 'Appartenance syndicale',
	'Class:Person/Attribute:locker_code' => 'Code du vestiaire',
	'Class:Person/Attribute:hr_log' => 'Journal des ressources humaines',
	'Class:UserRequest/Attribute:callback_phone' => 'Rappeler au',
	'Class:UserRequest/Attribute:deputy_phone' => 'Téléphone du suppléant',
	'Class:UserRequest/Attribute:on_behalf_of' => 'Pour le compte de',
));

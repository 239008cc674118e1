/** Names of the library's activities in English, French and German. */
import type { Language } from "./activity.ts";

type Name = Readonly<Record<Language, string>>;

function name(en: string, fr: string, de: string): Name {
  return { en, fr, de };
}

export const ACTIVITY_NAMES: Readonly<Record<string, Name>> = {
  "ITSM-01": name(
    "Handling of incidents and service requests",
    "Traitement des incidents et des demandes de service",
    "Bearbeitung von Störungen und Serviceanfragen",
  ),
  "ITSM-02": name(
    "Directory of contacts and organisations",
    "Annuaire des contacts et des organisations",
    "Verzeichnis von Kontakten und Organisationen",
  ),
  "ITSM-03": name(
    "Assignment of devices and other assets",
    "Attribution des équipements et autres actifs",
    "Zuordnung von Geräten und anderen Betriebsmitteln",
  ),
  "ITSM-04": name(
    "Accounts, authentication and rights",
    "Comptes, authentification et habilitations",
    "Konten, Anmeldung und Berechtigungen",
  ),
  "ITSM-05": name("Notifications", "Notifications", "Benachrichtigungen"),
  "ITSM-06": name(
    "Tickets from incoming mail",
    "Création de tickets à partir du courrier entrant",
    "Tickets aus eingehender Post",
  ),
  "ITSM-07": name(
    "Changes and approvals",
    "Gestion des changements et des approbations",
    "Änderungen und Freigaben",
  ),
  "ITSM-08": name(
    "Change history and technical logs",
    "Historique des modifications et journaux techniques",
    "Änderungshistorie und technische Protokolle",
  ),
  "ITSM-09": name(
    "Interfaces: programming interface, exports, webhooks",
    "Interfaces : interface de programmation, exports, webhooks",
    "Schnittstellen: Programmierschnittstelle, Exporte, Webhooks",
  ),
  "ITSM-10": name(
    "Synchronization of directories and inventories",
    "Synchronisation des annuaires et des inventaires",
    "Abgleich von Verzeichnissen und Inventaren",
  ),
  "ITSM-11": name(
    "Reports on service and on the work of agents",
    "Suivi du service et de l'activité des agents",
    "Auswertung des Service und der Arbeit der Bearbeiter",
  ),
  "ITSM-12": name("Satisfaction surveys", "Enquêtes de satisfaction", "Zufriedenheitsumfragen"),
  "ITSM-13": name(
    "Management of mobile and end-user devices",
    "Gestion des terminaux mobiles et des postes",
    "Verwaltung von Mobil- und Endgeräten",
  ),
  "ITSM-14": name(
    "Telephony of the service desk",
    "Téléphonie du centre de services",
    "Telefonie des Servicedesks",
  ),
  "ITSM-15": name(
    "Requests for joiners and leavers",
    "Demandes liées aux arrivées et aux départs",
    "Anfragen zu Ein- und Austritten",
  ),
  "ITSM-16": name(
    "Requests of data subjects and breaches handled as tickets",
    "Demandes des personnes concernées et incidents sur les données, traités comme tickets",
    "Anträge betroffener Personen und Datenpannen als Tickets",
  ),
  "ITSM-17": name(
    "Contracts and contacts of suppliers",
    "Contrats et contacts des fournisseurs",
    "Verträge und Ansprechpartner von Lieferanten",
  ),
  "ITSM-18": name(
    "Knowledge base and portal",
    "Base de connaissances et portail",
    "Wissensdatenbank und Portal",
  ),
  "ITSM-19": name("Back-ups and copies", "Sauvegardes et copies", "Sicherungen und Kopien"),
  "ITSM-20": name(
    "Assistants and language models",
    "Assistants et modèles de langage",
    "Assistenten und Sprachmodelle",
  ),
};

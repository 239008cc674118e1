<?php
// People of both clinics from the directory; which attribute fills which field stands in the parameters.
class TilleulsPersonCollector extends LDAPCollector
{
	protected $aRows = array();

	public function Prepare()
	{
		$aFields = Utils::GetConfigurationValue('person_fields', array());
		$aDefaults = Utils::GetConfigurationValue('person_defaults', array());
		$sFilter = Utils::GetConfigurationValue('ldappersonfilter', '(objectClass=person)');
		foreach ($this->Search($sFilter, array_values($aFields)) as $aEntry) {
			$aRow = $aDefaults;
			foreach ($aFields as $sAttCode => $sColumn) {
				$aRow[$sAttCode] = isset($aEntry[$sColumn][0]) ? $aEntry[$sColumn][0] : '';
			}
			$this->aRows[] = $aRow;
		}

		return parent::Prepare();
	}

	public function Fetch()
	{
		$aRow = array_shift($this->aRows);

		return ($aRow === null) ? false : $aRow;
	}
}

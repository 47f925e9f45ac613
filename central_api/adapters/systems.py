"""Which of the ministry's systems are real here and which are simulated: each port gets what answers for it."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass

from central_api.adapters.credentials import FetchedToken, GivenToken, Proof
from central_api.adapters.http_gateways import CabinetGateway, GatewayByChannel, NoGateway, SmsGateway
from central_api.adapters.http_mas import HttpMas
from central_api.adapters.http_registers import RegistersBySystem
from central_api.adapters.http_vacancies import HttpVacancies
from central_api.adapters.line import Line, Standing
from central_api.adapters.setting_names import System, setting_name
from central_api.adapters.settings import Reach, SystemSettings
from central_api.adapters.wire import Wire, trusting
from central_api.clock import Clock
from central_api.mas import Mas
from central_api.message_gateway import Gateway
from central_api.registers import Registers
from central_api.settings import BadSetting
from central_api.vacancies import VacancyBank

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Simulators:
    """What answers for systems without an address."""

    registers: Registers
    mas: Mas
    bank: VacancyBank
    gateway: Gateway


@dataclass(frozen=True, slots=True)
class Systems:
    """What answers here."""

    registers: Registers
    mas: Mas
    bank: VacancyBank
    gateway: Gateway
    lines: Mapping[System, Line]
    mute: frozenset[System]

    def announce(self, *, practice: bool) -> None:
        """Say in the log which is which; a simulator in earnest loudly, as its answers get into real files."""
        for system in System:
            how = "real" if system in self.lines else "nobody" if system in self.mute else "simulated"
            is_loud = how == "simulated" and not practice
            level = logging.WARNING if is_loud else logging.INFO
            said = "system simulated in earnest" if is_loud else "system"
            _log.log(level, said, extra={"system": system.value, "is": how})

    def standing(self) -> tuple[Standing, ...]:
        """How each system stands, for figures and readiness."""
        return tuple(
            self.lines[each].standing() if each in self.lines else Standing(each, is_simulated=True)
            for each in System
        )

    def circuits(self) -> dict[str, str]:
        """The real systems: name to ``closed``, ``half-open`` or ``open``."""
        return {each.value: line.standing().circuit for each, line in self.lines.items()}

    def close(self) -> None:
        """Hang up."""
        for line in self.lines.values():
            line.close()


def connected(settings: SystemSettings, simulated: Simulators, clock: Clock) -> Systems:
    """The systems as the settings have them. Raises BadSetting for an unusable file."""
    lines = {system: _line(system, reach, settings) for system, reach in settings.reached.items()}
    mas = lines.get(System.MAS)
    gateways: dict[System, Gateway] = dict.fromkeys((System.SMS, System.CABINET), simulated.gateway)
    gateways |= dict.fromkeys(settings.mute, NoGateway(clock))
    if System.SMS in lines:
        gateways[System.SMS] = SmsGateway(lines[System.SMS])
    if System.CABINET in lines:
        gateways[System.CABINET] = CabinetGateway(lines[System.CABINET])
    return Systems(
        registers=RegistersBySystem(lines, simulated.registers) if lines else simulated.registers,
        mas=HttpMas(mas) if mas else simulated.mas,
        bank=HttpVacancies(mas, settings.patience.seconds) if mas else simulated.bank,
        gateway=GatewayByChannel(gateways[System.SMS], gateways[System.CABINET]),
        lines=lines,
        mute=settings.mute,
    )


def _line(system: System, reach: Reach, settings: SystemSettings) -> Line:
    try:
        tls = trusting(reach)
    except OSError:  # of ssl too; their words quote what stands in the file
        parts = {"CERTIFICATE": reach.certificate, "AUTHORITY": reach.authority}
        wrong = " or ".join(setting_name(system, part) for part, path in parts.items() if path)
        raise BadSetting(wrong, "is not a certificate in PEM, or its key does not belong to it") from None
    wire = Wire(reach.url, tls, reach.at_once)
    proof: Proof = GivenToken(reach.token)
    if reach.credentials is not None:
        proof = FetchedToken(reach.credentials, Wire(reach.credentials.url, tls, 1))
    return Line(system, wire, proof, settings.patience, reach.at_once)

# A name that a module doesn't have.
from asyncio import slep
